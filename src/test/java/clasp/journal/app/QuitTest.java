package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.ui.fx.Ending;
import clasp.journal.ui.fx.Question;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuitTest {
    private final List<FakeWindow> open = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final Deque<Runnable> asked = new ArrayDeque<>();

    /// A window in which something runs or not; its questions wait for an answer.
    private final class FakeWindow implements Quit.Asked {
        private final List<Ending> running = new ArrayList<>();

        FakeWindow(String... running) {
            List.of(running).forEach(this::begin);
            open.add(this);
        }

        void begin(String title) {
            running.add(new Ending(new Object(), new Question(title, "It would end.", "End", "Keep")));
        }

        @Override
        public List<Ending> beforeClosing() {
            return List.copyOf(running);
        }

        @Override
        public void askAll(List<Ending> endings, Runnable agreed) {
            endings.forEach(ending -> told.add(ending.question().title()));
            asked.add(agreed);
        }
    }

    @Test
    void windowsInWhichNothingRunsEndAtOnce() {
        var one = new FakeWindow();
        var two = new FakeWindow();
        quit();
        assertThat(open).containsExactly(one, two);
        assertThat(told).containsExactly("ended");
    }

    @Test
    void oneWindowIsAskedAfterTheOther() {
        var idle = new FakeWindow();
        var recording = new FakeWindow("Stop recording?");
        var busy = new FakeWindow("Cancel the export?", "Stop hosting?");
        quit();
        assertThat(told).containsExactly("Stop recording?");
        yes();
        assertThat(told).containsExactly("Stop recording?", "Cancel the export?", "Stop hosting?");
        yes();
        assertThat(open).containsExactly(idle, recording, busy);
        assertThat(told).last().isEqualTo("ended");
    }

    @Test
    void withTheFirstNoEverythingGoesOn() {
        assertThat(new FakeWindow("Stop recording?").beforeClosing()).hasSize(1);
        quit();
        assertThat(asked).hasSize(1);
        assertThat(told).doesNotContain("ended");
    }

    @Test
    void whatBeganInAWindowAfterItWasAskedIsAskedFor() {
        var first = new FakeWindow("Stop recording?");
        var second = new FakeWindow("Stop hosting?");
        quit();
        yes();
        first.begin("Cancel the export?");
        yes();
        assertThat(told).containsExactly("Stop recording?", "Stop hosting?", "Cancel the export?");
        yes();
        assertThat(open).containsExactly(first, second);
        assertThat(told).last().isEqualTo("ended");
    }

    @Test
    void whatBeganLaterUnderTheSameNameIsAskedForToo() {
        var first = new FakeWindow("show: Stop recording?");
        var second = new FakeWindow("Stop hosting?");
        quit();
        yes();
        first.running.clear();
        first.begin("show: Stop recording?");
        yes();
        assertThat(told).containsExactly("show: Stop recording?", "Stop hosting?", "show: Stop recording?");
        yes();
        assertThat(open).containsExactly(first, second);
        assertThat(told).last().isEqualTo("ended");
    }

    @Test
    void windowsOpenedMeanwhileAreAskedForToo() {
        var first = new FakeWindow("Stop recording?");
        quit();
        var later = new FakeWindow("Stop recording?");
        yes();
        assertThat(told).containsExactly("Stop recording?", "Stop recording?");
        yes();
        assertThat(open).containsExactly(first, later);
        assertThat(told).last().isEqualTo("ended");
    }

    private void quit() {
        new Quit(() -> open, () -> told.add("ended")).ask();
    }

    private void yes() {
        asked.remove().run();
    }
}
