package clasp.journal.app;

import clasp.journal.demo.DemoJournal;
import clasp.journal.store.ForwardingReader;
import clasp.journal.store.JournalInfo;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.Texts;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The demo journal, made when it is first asked for. Its show goes on while somebody has it open. Thread-safe.
final class DemoSource implements AutoCloseable {
    private static final long SEED = 7;

    private final InstantSource clock;
    private final boolean live;
    private final ScheduledThreadPoolExecutor ticker;
    private @Nullable DemoJournal demo;
    private @Nullable Future<?> show;
    private int watching;

    /// @param live whether the show goes on
    DemoSource(InstantSource clock, boolean live) {
        this(
                clock,
                live,
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("demo").factory()));
    }

    /// @param ticker closed with the source
    DemoSource(InstantSource clock, boolean live, ScheduledThreadPoolExecutor ticker) {
        this.clock = clock;
        this.live = live;
        this.ticker = ticker;
        ticker.setRemoveOnCancelPolicy(true);
    }

    /// The journal as one of those who watch has it, until it is closed.
    private final class Watched extends ForwardingReader {
        private final JournalReader journal;
        private boolean closed;

        Watched(JournalReader journal) {
            this.journal = journal;
        }

        @Override
        protected JournalReader target() {
            return journal;
        }

        /// Tells the past that the demo was given, which its entries alone do not explain.
        @Override
        public JournalInfo info() {
            JournalInfo info = journal.info();
            return new JournalInfo(
                    info.name(),
                    info.file(),
                    info.access(),
                    info.sizeBytes(),
                    info.walFrames(),
                    info.incomplete(),
                    List.of(Texts.text("main.demo.note")));
        }

        @Override
        public void close() {
            synchronized (DemoSource.this) {
                if (!closed) {
                    closed = true;
                    left();
                }
            }
        }
    }

    synchronized JournalReader journal() {
        DemoJournal present = demo;
        if (present == null) {
            present = new DemoJournal(Texts.text("main.demo.name"), SEED, clock);
            demo = present;
        }
        if (live && watching++ == 0) {
            long millis = present.interval().toMillis();
            show = ticker.scheduleAtFixedRate(present::tick, millis, millis, TimeUnit.MILLISECONDS);
        }
        return new Watched(present.journal());
    }

    private void left() {
        Future<?> present = show;
        if (live && --watching == 0 && present != null) {
            present.cancel(false);
            show = null;
        }
    }

    @Override
    public void close() {
        ticker.shutdownNow();
    }
}
