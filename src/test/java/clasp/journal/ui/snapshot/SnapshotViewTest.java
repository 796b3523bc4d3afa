package clasp.journal.ui.snapshot;

import static clasp.journal.recovery.ScriptedJournal.time;
import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Param;
import clasp.journal.recovery.ChangeKind;
import clasp.journal.recovery.ParamChange;
import clasp.journal.recovery.ScriptedJournal;
import clasp.journal.settings.Settings;
import clasp.journal.testing.FxStage;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.FxThread;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotViewTest {
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Throwable> unhandled = new ArrayList<>();
    private final Tasks tasks = new Tasks(background, FxThread::run, (what, error) -> unhandled.add(error));
    private final ScriptedJournal journal = show();
    private Browsing browsing;
    private SnapshotViewModel model;

    @AfterEach
    void nothingFailedUnseen() {
        background.shutdownNow();
        assertThat(unhandled).isEmpty();
    }

    @Test
    void opensASnapshotFiltersAndSortsItsParams() {
        try (FxStage stage = open(1000, 640)) {
            choose(stage, "Snapshot 2");
            FxStage.await("params of snapshot 2", () -> params(stage).getItems().size() == 42);
            stage.robot().clickOn(stage.find("#paramFilter", TextField.class));
            stage.robot().write("**/opacity");
            FxStage.await("filtered params", () -> params(stage).getItems().size() == 20);
            assertThat(text(stage, "#shown")).isEqualTo("20 of 42 params");
            FxStage.run(() -> {
                var value = params(stage).getColumns().get(1);
                value.setSortType(TableColumn.SortType.DESCENDING);
                params(stage).getSortOrder().setAll(List.of(value));
            });
            FxStage.await(
                    "sorted params",
                    () -> params(stage).getItems().getFirst().valueJson().equals("0.95"));
            stage.screenshot("snapshot-params-light");
            stage.dark(true);
            stage.screenshot("snapshot-params-dark");
        }
    }

    @Test
    void comparesTwoSnapshotsByKindAndTolerance() {
        try (FxStage stage = open(1000, 640)) {
            choose(stage, "Snapshot 2");
            FxStage.run(() -> {
                ComboBox<?> other = (ComboBox<?>) stage.lookup("#compareWith");
                other.getSelectionModel().select(other.getItems().size() - 1);
            });
            FxStage.await("changes", () -> kinds(stage).contains(ChangeKind.CHANGED));
            assertThat(kinds(stage))
                    .contains(ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.RETYPED)
                    .doesNotContain(ChangeKind.UNCHANGED);
            stage.screenshot("snapshot-diff-light");
            stage.dark(true);
            stage.screenshot("snapshot-diff-dark");
            stage.dark(false);

            type(stage, "#tolerance", "100");
            FxStage.await(
                    "nothing changed within tolerance", () -> !kinds(stage).contains(ChangeKind.CHANGED));
            type(stage, "#tolerance", "none");
            assertThat(FxStage.<String>call(() -> model.toleranceProblem().get()))
                    .contains("0.001");
            stage.screenshot("snapshot-diff-bad-tolerance-light");
            stage.robot().clickOn("#kind-unchanged");
            FxStage.await("unchanged params, too", () -> kinds(stage).contains(ChangeKind.UNCHANGED));
        }
    }

    @Test
    void comparesASnapshotWithTheCurrentStateAndRevealsItsPlace() {
        List<Long> revealed = new ArrayList<>();
        try (FxStage stage = open(1000, 640)) {
            FxStage.run(() -> {
                browsing.onReveal(revealed::add);
                model.other().set(StateSource.CURRENT);
            });
            choose(stage, "Snapshot 2");
            FxStage.await(
                    "changes since",
                    () -> model.content().get() instanceof SnapshotContent.Changes changes
                            && changes.after().source() instanceof StateSource.Current
                            && changes.diff().count(ChangeKind.CHANGED) == 1);
            stage.screenshot("snapshot-current-light");
            stage.robot().clickOn(stage.find("#reveal", Button.class));
            assertThat(revealed).containsExactly(2_000L);
        }
    }

    @Test
    void listsADamagedSnapshotWithItsErrorAndWhatCanBeRead() {
        journal.snapshot(
                2_500, "The text ends in the middle of param 4.", null, param(10, "/lumen/scene/0/opacity", "0.5", 3));
        journal.snapshot(
                2_600,
                null,
                "The value of /deep is nested 200 deep, and CLASP reads no deeper than 127.",
                param(11, "/deep", "[".repeat(200) + "]".repeat(200), 1));
        try (FxStage stage = open(1000, 640)) {
            choose(stage, "Snapshot 3");
            FxStage.await("readable part", () -> params(stage).getItems().size() == 1);
            FxStage.await(
                    "conditions",
                    () -> model.states().items().stream()
                            .noneMatch(item -> item.source() instanceof StateSource.Stored
                                    && item.condition() instanceof StateItem.Condition.Unread));
            assertThat(text(stage, ".banner.damaged")).contains("ends in the middle of param 4");
            stage.screenshot("snapshot-damaged-light");
            choose(stage, "Snapshot 4");
            FxStage.await("refusal", () -> stage.lookup(".banner.refused") != null);
            stage.dark(true);
            stage.screenshot("snapshot-refused-dark");
        }
    }

    @Test
    void journalWithoutSnapshotsShowsTheReplayedState() {
        var bare = new ScriptedJournal().set(1, "/a", "1", 1L).set(2, "/b", "\"two\"", 1L);
        try (FxStage stage = open(1000, 640, bare)) {
            FxStage.await("params", () -> params(stage).getItems().size() == 2);
            stage.screenshot("snapshot-none-light");
        }
    }

    @Test
    void inANarrowPageTheSentenceBelowTheStatesIsReadWhole() {
        var bare = new ScriptedJournal().set(1, "/a", "1", 1L);
        try (FxStage stage = open(800, 380, bare)) {
            FxStage.await("params", () -> params(stage).getItems().size() == 1);
            Label sentence = stage.find(".state-list .hint", Label.class);
            assertThat(FxStage.call(() -> ((Text) sentence.lookup(".text")).getText()))
                    .isEqualTo(FxStage.call(sentence::getText))
                    .startsWith("This journal holds no snapshot.");
            stage.screenshot("snapshot-none-narrow");
        }
    }

    @ParameterizedTest
    @CsvSource({"800, address value revision writer", "1024, address value revision writer time"})
    void inANarrowPageTheTimeLeavesBeforeAnythingElseIsCutShort(double width, String shown) {
        try (FxStage stage = open(width, 480)) {
            FxStage.await("params", () -> !params(stage).getItems().isEmpty());
            // With the layout that follows the rows.
            FxStage.await(
                    "the columns " + shown,
                    () -> params(stage).getColumns().stream()
                            .filter(TableColumn::isVisible)
                            .map(column -> String.valueOf(column.getUserData()).toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(" "))
                            .equals(shown));
            FxStage.await(
                    "room for the value",
                    () -> params(stage).getColumns().get(1).getWidth() > 85);
            stage.screenshot("snapshot-narrow-" + (int) width);
        }
    }

    @Test
    void readingThatTakesLongIsCancelledAndBegunAnew() {
        var read = new CountDownLatch(1);
        var large = new ScriptedJournal().set(1, "/a", "1", 1L).waiting(0, read);
        try (FxStage stage = open(1000, 640, large)) {
            stage.find("#cancelReading", Button.class);
            stage.screenshot("snapshot-reading-light");
            stage.dark(true);
            stage.screenshot("snapshot-reading-dark");
            stage.robot().clickOn("#cancelReading");
            stage.find("#readState", Button.class);
            stage.screenshot("snapshot-stopped-dark");
            stage.dark(false);
            stage.screenshot("snapshot-stopped-light");
            read.countDown();
            stage.robot().clickOn("#readState");
            FxStage.await("params", () -> params(stage).getItems().size() == 1);
        }
    }

    @Test
    void emptyJournalSaysSo() {
        try (FxStage stage = open(1000, 640, new ScriptedJournal())) {
            FxStage.await("empty state", () -> params(stage).getItems().isEmpty());
            stage.screenshot("snapshot-empty-light");
        }
    }

    @Test
    void hundredThousandParamsStayFluid() {
        Param[] many = IntStream.range(0, 100_000)
                .mapToObj(i -> param(i, "/wall/sensor/" + i + "/level", i + "." + i % 10, 1))
                .toArray(Param[]::new);
        journal.snapshot(3_000, many);
        try (FxStage stage = open(1000, 640)) {
            choose(stage, "Snapshot 3");
            FxStage.await("params", () -> params(stage).getItems().size() == 100_000);
            FxStage.run(() -> params(stage).scrollTo(99_999));
            stage.screenshot("snapshot-100k-light");
        }
    }

    private FxStage open(double width, double height) {
        return open(width, height, journal);
    }

    private FxStage open(double width, double height, ScriptedJournal shown) {
        return FxStage.show(width, height, false, () -> {
            browsing = new Browsing(shown, shown.info(), shown.state());
            model = new SnapshotViewModel(browsing, tasks, Later.onFxThread(), Settings.inMemory());
            return new SnapshotView(model);
        });
    }

    private void choose(FxStage stage, String name) {
        FxStage.await(
                "list of states",
                () -> list(stage).getItems().stream()
                        .anyMatch(item -> StateText.name(item.source()).equals(name)));
        FxStage.run(() -> {
            var items = list(stage).getItems();
            IntStream.range(0, items.size())
                    .filter(i -> StateText.name(items.get(i).source()).equals(name))
                    .forEach(i -> list(stage).getSelectionModel().select(i));
        });
    }

    @SuppressWarnings("unchecked")
    private static ListView<StateItem> list(FxStage stage) {
        return (ListView<StateItem>) stage.lookup("#states");
    }

    @SuppressWarnings("unchecked")
    private static TableView<Param> params(FxStage stage) {
        var table = (TableView<Param>) stage.lookup("#params");
        return table == null ? new TableView<>() : table;
    }

    @SuppressWarnings("unchecked")
    private static List<ChangeKind> kinds(FxStage stage) {
        var table = (TableView<ParamChange>) stage.lookup("#changes");
        return table == null
                ? List.of()
                : table.getItems().stream().map(ParamChange::kind).distinct().toList();
    }

    private static String text(FxStage stage, String selector) {
        Label label = stage.find(selector, Label.class);
        return FxStage.call(label::getText);
    }

    private static void type(FxStage stage, String selector, String text) {
        var field = stage.find(selector, TextField.class);
        stage.robot().clickOn(field);
        FxStage.run(field::selectAll);
        stage.robot().write(text);
    }

    /// Two snapshots of a small show that differ in every way, and one SET after the second.
    private static ScriptedJournal show() {
        var journal = new ScriptedJournal();
        journal.set(2_100, "/lumen/scene/0/opacity", "0.125", 9L);
        journal.snapshot(1_000, scene(0, param(900, "/gone", "true", 4), param(901, "/count", "9007199254740992", 1)));
        journal.snapshot(
                2_000, scene(1, param(1_900, "/new", "\"hello\"", 1), param(1_901, "/count", "9007199254740993", 2)));
        return journal;
    }

    private static Param[] scene(int step, Param... more) {
        List<Param> params = new ArrayList<>(List.of(more));
        for (int i = 0; i < 20; i++) {
            double value = (i * 5 + (i % 4 == 0 ? step * 10 : 0)) / 100.0;
            params.add(param(800 + i, "/lumen/scene/" + i + "/opacity", Double.toString(value), 2 + step));
            params.add(param(800 + i, "/audio/mixer/ch/" + i + "/volume", i == 3 && step == 1 ? "3.0" : "" + i, 2));
        }
        return params.toArray(Param[]::new);
    }

    private static Param param(long seq, String address, String valueJson, long revision) {
        return new Param(address, valueJson, revision, "6f1c2a90-" + seq % 7, time(seq));
    }
}
