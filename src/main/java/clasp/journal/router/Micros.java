package clasp.journal.router;

import clasp.journal.router.core.Moment;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/// The time as CLASP counts it, and how much of it has passed, which no setting of the clock changes. Thread-safe.
final class Micros {
    static final long SECOND = 1_000_000;

    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final long beginNanos;

    /// @param nanoTime as of [System#nanoTime()]
    Micros(InstantSource clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        beginNanos = nanoTime.getAsLong();
    }

    Moment now() {
        return new Moment(ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()), steady());
    }

    /// µs since this was made.
    long steady() {
        return (nanoTime.getAsLong() - beginNanos) / 1_000;
    }
}
