package clasp.journal.router;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// The time as CLASP counts it: µs since the Unix epoch. Thread-safe.
record Micros(InstantSource clock) {
    static final long SECOND = 1_000_000;

    long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }
}
