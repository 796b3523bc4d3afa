package clasp.journal.app;

import clasp.journal.demo.DemoJournal;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.Texts;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The demo journal, made when it is first asked for; from then on its show goes on until the source is closed.
/// Thread-safe.
final class DemoSource implements AutoCloseable {
    private static final long SEED = 7;

    private final InstantSource clock;
    private final boolean live;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("demo").factory());
    private @Nullable DemoJournal demo;

    /// @param live whether the show goes on
    DemoSource(InstantSource clock, boolean live) {
        this.clock = clock;
        this.live = live;
    }

    synchronized JournalReader journal() {
        DemoJournal present = demo;
        if (present == null) {
            present = new DemoJournal(Texts.text("main.demo.name"), SEED, clock);
            demo = present;
            if (live) {
                long millis = present.interval().toMillis();
                var unused = ticker.scheduleAtFixedRate(present::tick, millis, millis, TimeUnit.MILLISECONDS);
            }
        }
        return present.journal();
    }

    @Override
    public void close() {
        ticker.shutdownNow();
    }
}
