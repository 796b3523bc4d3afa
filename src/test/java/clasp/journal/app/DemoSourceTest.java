package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.JournalReader;
import clasp.journal.testing.Patience;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoSourceTest {
    private final ScheduledThreadPoolExecutor ticker = new ScheduledThreadPoolExecutor(1);
    private final DemoSource demo = new DemoSource(InstantSource.system(), true, ticker);

    private boolean goesOn() {
        // While it runs it does not wait.
        return !ticker.getQueue().isEmpty() || ticker.getActiveCount() > 0;
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @Test
    void theShowGoesOnWhileSomebodyWatches() throws Exception {
        JournalReader first = demo.journal();
        JournalReader second = demo.journal();
        assertThat(goesOn()).isTrue();
        first.close();
        first.close();
        assertThat(goesOn()).isTrue();
        second.close();
        Patience.until("the show ended", () -> !goesOn());
        assertThat(goesOn()).isFalse();
    }

    @Test
    void whoComesBackFindsTheSameJournalAndTheShowGoingOn() {
        long before;
        try (JournalReader journal = demo.journal()) {
            before = journal.state().latestSeq();
        }
        try (JournalReader journal = demo.journal()) {
            assertThat(journal.state().latestSeq()).isGreaterThanOrEqualTo(before);
            assertThat(goesOn()).isTrue();
        }
    }

    @Test
    void itTellsItsPastToWhoeverOpensIt() {
        try (JournalReader journal = demo.journal()) {
            assertThat(journal.info().notes())
                    .singleElement()
                    .asString()
                    .contains("seq " + journal.state().firstSeq(), "hatched");
        }
    }
}
