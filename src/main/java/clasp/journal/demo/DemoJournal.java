package clasp.journal.demo;

import clasp.journal.model.Entry;
import clasp.journal.store.memory.MemoryJournal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The journal that the program shows without a file: a live one in memory with a past worth looking into, see
/// [DemoHistory], to which a show goes on writing as long as someone calls [#tick()]. Thread-safe.
public final class DemoJournal {
    /// Enough for the history and half an hour of show.
    private static final int CAPACITY = 100_000;

    private static final int SNAPSHOTS = 10;
    private static final int ENTRIES_A_SECOND = 40;

    /// Whoever sleeps longer finds a pause in the show, not a flood of entries.
    private static final Duration LONGEST_CATCH_UP = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final ShowSimulator show;
    private final MemoryJournal journal;

    /// @param name short, for a tab
    /// @param seed equal seeds give equal shows
    /// @param clock the history ends at its present; live entries carry its time
    public DemoJournal(String name, long seed, InstantSource clock) {
        this.clock = clock;
        long begin = micros(clock.instant()) - DemoHistory.length().toNanos() / 1_000;
        show = new ShowSimulator(new ShowPlan(seed, ShowPlan.USUAL_ADDRESSES, begin));
        journal = new MemoryJournal(
                name, CAPACITY, SNAPSHOTS, () -> Instant.EPOCH.plus(show.nowMicros(), ChronoUnit.MICROS));
        new DemoHistory(show, journal).play();
    }

    public MemoryJournal journal() {
        return journal;
    }

    /// How often to call [#tick()].
    public Duration interval() {
        return Duration.ofMillis(100);
    }

    /// Appends what the show did since the last call.
    public synchronized void tick() {
        long now = micros(clock.instant());
        long behind = now - show.nowMicros();
        long most = LONGEST_CATCH_UP.toNanos() / 1_000;
        if (behind > most) {
            show.pass(Duration.of(behind - most, ChronoUnit.MICROS));
            behind = most;
        }
        long gap = 1_000_000 / ENTRIES_A_SECOND;
        List<Entry> entries = new ArrayList<>();
        for (long left = behind; left >= gap; left -= gap) {
            show.pass(Duration.of(gap - ShowSimulator.USUAL_GAP_MICROS, ChronoUnit.MICROS));
            entries.add(show.next());
        }
        journal.appendAll(entries);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
