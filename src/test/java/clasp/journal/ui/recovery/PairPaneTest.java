package clasp.journal.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.recovery.JournalPair;
import clasp.journal.recovery.ScriptedJournal;
import clasp.journal.testing.FxStage;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.TimeDisplay;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// What two journals side by side look like, and how they are gone through by keyboard.
class PairPaneTest {
    private final RecoveryFixture fixture = new RecoveryFixture();

    @Test
    void theTimeOfEachRowIsShownAndByHowMuchTimesDiffer() {
        shifted(3, 2_500_001);
        try (FxStage stage = compared("other.db", 1024)) {
            assertThat(row(stage, 2)).contains("07:20:00.003000", "time +2.500001 s");
            FxStage.run(() -> fixture.browsing().timeDisplay().set(TimeDisplay.RAW));
            assertThat(row(stage, 2)).contains("" + ScriptedJournal.time(3));
            align(stage, JournalPair.Alignment.TIME);
            assertThat(row(stage, 3))
                    .as("an entry that is only there")
                    .contains("" + (ScriptedJournal.time(1) + 2_500_001));
        }
    }

    @Test
    void thatAllTimesAreShiftedIsSaidWithTheWayToCompareAllTheSame() {
        shifted(30, -2_500_000);
        try (FxStage stage = compared("other.db")) {
            Hyperlink hint = stage.find("#pairShift", Hyperlink.class);
            assertThat(hint.getParent().isVisible()).isFalse();
            align(stage, JournalPair.Alignment.TIME);
            assertThat(hint.getText())
                    .isEqualTo("By seq, all 30 entries from here on differ only in time, all by"
                            + " \u22122.500000 s there: align by seq");
            stage.screenshot("pair-shifted");
            Paint looks = FxStage.call(hint::getTextFill);
            stage.robot().clickOn(hint);
            settle();
            assertThat(fixture.model().pair().alignment().get()).isEqualTo(JournalPair.Alignment.SEQ);
            assertThat(hint.getParent().isVisible()).isFalse();
            align(stage, JournalPair.Alignment.TIME);
            stage.robot().moveTo("#pairTable");
            assertThat(FxStage.<Paint>call(hint::getTextFill))
                    .as("it can be used again")
                    .isEqualTo(looks);
        }
    }

    @Test
    void inAWindowOfUsualWidthItIsReadWholeInWhatTheyDiffer() {
        fixture.journal.set(1, "/lumen/scene/0/opacity", "1", 1L);
        Entry entry = fixture.journal.entry(1).orElseThrow();
        fixture.other.entry(new Entry(
                1,
                entry.timestampMicros() + 2_500_001,
                entry.author(),
                entry.address(),
                entry.signalType(),
                "2",
                7L,
                entry.msgType()));
        try (FxStage stage = compared("other.db", 1024)) {
            assertThat(row(stage, 0)).contains("value, revision, time +2.500001 s");
            stage.screenshot("pair-differs");
            assertThat(FxStage.<List<String>>call(
                            () -> stage.lookup("#pairTable").lookupAll(".table-cell .text").stream()
                                    .map(text -> ((Text) text).getText())
                                    .toList()))
                    .contains("value, revision, time +2.500001 s");
        }
    }

    @Test
    void howManyAreShiftedIsSaidAlsoWhereOthersFollow() {
        shifted(400, 2_500_001);
        fixture.other.replace(301, "/a", "other", 301L);
        try (FxStage stage = compared("other.db")) {
            align(stage, JournalPair.Alignment.TIME);
            assertThat(stage.find("#pairShift", Hyperlink.class).getText())
                    .startsWith("By seq, the next 300 entries differ only in time,");
        }
    }

    @Test
    void theKeyboardStaysOnTheButtonFromTheFirstDivergenceToTheEndAndBack() {
        differing(3, 3);
        try (FxStage stage = compared("other.db")) {
            assertThat(summary(stage)).isEqualTo("They part at seq 3, after 2 entries that are alike");
            press(stage, "#nextDivergence");
            assertThat(summary(stage))
                    .isEqualTo("They meet again at seq 4 and do not part any more: all 6 entries from there on are"
                            + " alike, to the end of both.");
            assertHasKeyboard(stage, "#nextDivergence");
            press(stage, "#nextDivergence");
            assertHasKeyboard(stage, "#nextDivergence");
            press(stage, "#previousDivergence");
            assertThat(summary(stage)).startsWith("They part at seq 3");
            press(stage, "#previousDivergence");
            assertHasKeyboard(stage, "#previousDivergence");
        }
    }

    @Test
    void altWithAnArrowGoesOnAndBackFromWithinTheRows() {
        differing(3, 3);
        try (FxStage stage = compared("other.db")) {
            FxStage.run(stage.lookup("#pairTable")::requestFocus);
            stage.robot().push(KeyCode.ALT, KeyCode.DOWN);
            settle();
            assertThat(summary(stage)).startsWith("They meet again at seq 4");
            stage.robot().push(KeyCode.ALT, KeyCode.UP);
            settle();
            assertThat(summary(stage)).startsWith("They part at seq 3");
            assertHasKeyboard(stage, "#pairTable");
        }
    }

    @Test
    void whoStopsASearchByKeyboardCanLookAgainWithTheSameKey() {
        differing(1, 9);
        try (FxStage stage = FxStage.show(900, 400, false, () -> {
            var model = fixture.open();
            model.tab().set(RecoveryTab.PAIR);
            model.pair().other().open(Path.of("other.db"));
            fixture.background.runNext();
            return new PairPane(model.pair(), FileDialogs.none());
        })) {
            FxStage.run(stage.lookup(".message .button")::requestFocus);
            stage.robot().push(KeyCode.SPACE);
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(outcome()).isInstanceOf(Outcome.Stopped.class);
            stage.robot().push(KeyCode.SPACE);
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(outcome()).isInstanceOf(Outcome.Working.class);
            assertHasKeyboard(stage, ".message .button");
            settle();
            assertHasKeyboard(stage, "#pairTable");
        }
    }

    @Test
    void theButtonsStandWhereTheyDoWhateverTheFileIsCalled() {
        differing(3, 3);
        double shortName;
        try (FxStage stage = compared("a.db")) {
            shortName = left(stage);
        }
        try (FxStage stage = compared("the-night-before-the-second-rehearsal-of-the-show.db")) {
            assertThat(left(stage)).isEqualTo(shortName);
        }
    }

    private static double left(FxStage stage) {
        Node next = stage.find("#nextDivergence", Node.class);
        return FxStage.<Double>call(
                () -> next.localToScene(next.getBoundsInLocal()).getMinX());
    }

    private FxStage compared(String name) {
        return compared(name, 900);
    }

    private FxStage compared(String name, double width) {
        FxStage stage = FxStage.show(width, 400, false, () -> {
            var model = fixture.open();
            model.tab().set(RecoveryTab.PAIR);
            model.pair().other().open(Path.of(name));
            fixture.settle();
            var view = new StackPane(new PairPane(model.pair(), FileDialogs.none()));
            view.getStyleClass().add("recovery-view");
            Stylesheets.add(view, "recovery");
            return view;
        });
        WaitForAsyncUtils.waitForFxEvents();
        return stage;
    }

    private void align(FxStage stage, JournalPair.Alignment alignment) {
        FxStage.run(() -> fixture.model().pair().alignment().set(alignment));
        settle();
    }

    private void press(FxStage stage, String button) {
        FxStage.run(stage.lookup(button)::requestFocus);
        stage.robot().push(KeyCode.SPACE);
        settle();
    }

    private void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        FxStage.run(fixture::settle);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Outcome<?> outcome() {
        return fixture.model().pair().question().outcome().get();
    }

    private static void assertHasKeyboard(FxStage stage, String selector) {
        assertThat(FxStage.<Boolean>call(() -> stage.lookup(selector).isFocused()))
                .as(selector)
                .isTrue();
    }

    private static String summary(FxStage stage) {
        return stage.find("#pairSummary", Label.class).getText();
    }

    private static List<String> row(FxStage stage, int index) {
        WaitForAsyncUtils.waitForFxEvents();
        return FxStage.call(() -> ((TableView<?>) stage.lookup("#pairTable"))
                .lookupAll(".table-cell").stream()
                        .map(TableCell.class::cast)
                        .filter(cell -> !cell.isEmpty() && cell.getIndex() == index)
                        .map(IndexedCell::getText)
                        .toList());
    }

    /// The same by seq, but the other's clock is apart.
    private void shifted(int entries, long micros) {
        for (long seq = 1; seq <= entries; seq++) {
            var entry = new Entry(seq, ScriptedJournal.time(seq), "w", "/a", "param", "" + seq, seq, 0x21);
            fixture.journal.entry(entry);
            fixture.other.entry(entry.withTimestampMicros(entry.timestampMicros() + micros));
        }
    }

    private void differing(long first, long last) {
        for (long seq = 1; seq <= 9; seq++) {
            fixture.journal.set(seq, "/a", "1", seq);
            fixture.other.set(seq, "/a", seq >= first && seq <= last ? "2" : "1", seq);
        }
    }
}
