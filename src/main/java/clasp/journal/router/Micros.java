package clasp.journal.router;

import clasp.journal.router.core.Moment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The time as CLASP counts it, and how much of it has passed, which no setting of the clock changes. Thread-safe.
final class Micros {
    static final long SECOND = 1_000_000;

    private final RouterSetup.Clocks clocks;
    private final long beginNanos;

    Micros(RouterSetup.Clocks clocks) {
        this.clocks = clocks;
        beginNanos = clocks.nanoTime().getAsLong();
    }

    Moment now() {
        return new Moment(ChronoUnit.MICROS.between(Instant.EPOCH, clocks.time().instant()), steady());
    }

    /// µs since this was made.
    long steady() {
        return (clocks.nanoTime().getAsLong() - beginNanos) / 1_000;
    }
}
