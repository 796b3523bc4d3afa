package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.store.JournalReader;
import clasp.journal.testing.FxStage;
import clasp.journal.testing.JournalFiles;
import clasp.journal.ui.fx.Screenshots;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every place in a journal has its key, and a key that leads nowhere says so.
@Tag("thorough")
class KeyboardPlacesTest {
    @TempDir
    private Path folder;

    @Test
    void oneAfterTheOtherWithoutAClickInBetween() {
        try (var window = OpenWindow.on(show(), 1200, 800)) {
            var keyboard = new KeyboardAlone(window);
            keyboard.goTo("99,999");
            window.awaitText(".status-line .label", "at or after 99,999");
            assertThat(chosen(window)).containsExactly("5000");
            window.screenshots("go-to-beyond");
            keyboard.goTo("1204");
            assertThat(chosen(window)).containsExactly("1204");
            keyboard.press(KeyCode.CONTROL, KeyCode.B);
            keyboard.press(KeyCode.F3);
            assertThat(chosen(window)).as("next match").containsExactly("1205");
            keyboard.press(KeyCode.SHIFT, KeyCode.F3);
            assertThat(chosen(window)).as("previous match").containsExactly("1204");
            keyboard.goTo("3000");
            keyboard.press(KeyCode.SHIFT, KeyCode.F4);
            assertThat(chosen(window)).as("previous bookmark").containsExactly("1204");
            keyboard.press(KeyCode.F7);
            assertThat(chosen(window)).as("one entry on").containsExactly("1205");
            keyboard.press(KeyCode.SHIFT, KeyCode.F7);
            assertThat(chosen(window)).as("one entry back").containsExactly("1204");
            keyboard.goTo("5000");
            keyboard.press(KeyCode.F7);
            assertThat(chosen(window)).as("no entry on").containsExactly("5000");
            assertThat(window.text("#cursorMessage")).isEqualTo("This is the newest entry.");
            keyboard.goTo("1204");
            keyboard.press(KeyCode.CONTROL, KeyCode.L);
            assertThat(window.focusIsWithin("#query")).isTrue();
            window.type("type:event");
            keyboard.press(KeyCode.ENTER);
            window.awaitText(".status-line .label", "of 5,000");
            keyboard.press(KeyCode.F3);
            assertThat(chosen(window))
                    .as("next match, from the field")
                    .containsExactly(seqs(
                                    window.journal(),
                                    entry -> entry.seq() > 1_204
                                            && entry.signalType().equals("event"))
                            .getFirst());
        }
    }

    /// An address that is set, and one that is only published to.
    @Test
    void theNextAndThePreviousSetOfTheAddressAreGoneToOrItIsSaidThatThereIsNone() {
        try (var window = OpenWindow.on(show(), 1200, 800)) {
            var keyboard = new KeyboardAlone(window);
            JournalReader read = window.journal();
            Entry published = read.entry(1_204).orElseThrow();
            Entry set = read.entry(1_205).orElseThrow();
            assertThat(setsOf(published.address(), read)).isEmpty();
            List<String> sets = setsOf(set.address(), read);
            int at = sets.indexOf("1205");

            keyboard.goTo("1205");
            keyboard.press(KeyCode.F11);
            assertThat(chosen(window)).containsExactly(sets.get(at + 1));
            keyboard.press(KeyCode.SHIFT, KeyCode.F11);
            assertThat(chosen(window)).containsExactly("1205");
            keyboard.press(KeyCode.SHIFT, KeyCode.F11);
            assertThat(chosen(window)).containsExactly(sets.get(at - 1));
            assertThat(window.texts("#cursorMessage")).isEmpty();

            keyboard.goTo("1204");
            keyboard.press(KeyCode.F11);
            assertThat(chosen(window)).containsExactly("1204");
            assertThat(window.text("#cursorMessage"))
                    .isEqualTo("There is no later SET of " + published.address() + ".");
        }
    }

    private static List<String> setsOf(String address, JournalReader journal) {
        return seqs(journal, entry -> entry.address().equals(address) && entry.msgType() == MsgType.SET);
    }

    /// Of the entries that are so, one after the other looked at.
    private static List<String> seqs(JournalReader journal, Predicate<Entry> wanted) {
        return LongStream.rangeClosed(1, journal.state().latestSeq())
                .mapToObj(journal::entry)
                .flatMap(Optional::stream)
                .filter(wanted)
                .map(entry -> "" + entry.seq())
                .toList();
    }

    @Test
    void theNextAndThePreviousProblemAreGoneToOrItIsSaidThatThereIsNone() {
        try (var window = OpenWindow.on(withProblems(), 1200, 800)) {
            var keyboard = new KeyboardAlone(window);
            keyboard.goTo("1");
            keyboard.press(KeyCode.F8);
            window.find("#recoveryView");
            assertThat(chosen(window))
                    .as("shows the view, which looks for problems first")
                    .containsExactly("3");
            assertThat(window.texts("#cursorMessage")).isEmpty();
            keyboard.press(KeyCode.F8);
            assertThat(chosen(window)).containsExactly("5");
            assertThat(window.texts("#cursorMessage")).isEmpty();
            keyboard.press(KeyCode.F8);
            assertThat(chosen(window)).containsExactly("5");
            assertThat(window.text("#cursorMessage")).isEqualTo("There is no later problem. Shift+F8: an earlier one.");
            keyboard.press(KeyCode.SHIFT, KeyCode.F8);
            assertThat(chosen(window)).containsExactly("3");
        }
    }

    @Test
    void escapeTakesBackThatAProblemIsGoneToWhenTheyAreFound() {
        try (var window = OpenWindow.on(withProblems(), 800, 600)) {
            var keyboard = new KeyboardAlone(window);
            keyboard.goTo("1");
            FxStage.run(() -> {
                // In one go, so that the search cannot end meanwhile.
                pressNow(window, KeyCode.F8);
                picture(window, "recovery-problem-awaited");
                var message = (Labeled) window.root().lookup("#cursorMessage");
                assertThat(message.getText()).startsWith("Looking for problems, then to the next.");
                assertThat(message.isTextTruncated()).isFalse();
                pressNow(window, KeyCode.ESCAPE);
            });
            window.settle();
            assertThat(chosen(window)).containsExactly("1");
            assertThat(window.texts("#cursorMessage")).isEmpty();
            keyboard.press(KeyCode.F8);
            assertThat(chosen(window)).containsExactly("3");
        }
    }

    private static void pressNow(OpenWindow window, KeyCode key) {
        Node at = window.root().getScene().getFocusOwner();
        Event.fireEvent(at, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    private static void picture(OpenWindow window, String name) {
        window.root().applyCss();
        ((Parent) window.root()).layout();
        Screenshots.write(Screenshots.of(window.root().getScene()), Path.of("target/screenshots", name + "-light.png"));
    }

    @Test
    void theNextAndThePreviousSnapshotAreGoneToOrItIsSaidThatThereIsNone() {
        try (var window = OpenWindow.on(show(), 1200, 800)) {
            var keyboard = new KeyboardAlone(window);
            List<String> snapshots = window.journal().snapshots().stream()
                    .map(snapshot -> "" + snapshot.seqAt())
                    .toList();
            keyboard.goTo("1");
            for (String snapshot : snapshots) {
                keyboard.press(KeyCode.F9);
                assertThat(chosen(window)).containsExactly(snapshot);
            }
            keyboard.press(KeyCode.F9);
            assertThat(chosen(window)).containsExactly(snapshots.getLast());
            assertThat(window.text("#cursorMessage")).isEqualTo("There is no later snapshot.");
            keyboard.press(KeyCode.SHIFT, KeyCode.F9);
            assertThat(chosen(window)).containsExactly(snapshots.get(snapshots.size() - 2));
        }
    }

    private Path show() {
        return GeneratedJournal.in(folder.resolve("show.db"), 5_000);
    }

    /// Six SETs of one address; before the third and the fifth, revisions are missing.
    private Path withProblems() {
        long[] revisions = {1, 2, 4, 5, 9, 10};
        return JournalFiles.write(
                folder.resolve("problems.db"),
                LongStream.rangeClosed(1, revisions.length)
                        .mapToObj(seq -> new Entry(
                                seq, seq, "desk", "/dim", "param", "1", revisions[(int) seq - 1], MsgType.SET))
                        .toList());
    }

    private static List<String> chosen(OpenWindow window) {
        return window.textsInFront(".entry-line:chosen .entry-cell.seq");
    }
}
