package clasp.journal.live;

import java.time.Duration;

/// How long is waited for a relay, and how much it is asked for at once. Immutable.
///
/// @param connect for a connection
/// @param answer for an answer, from the request to the last byte
/// @param pageEntries in one answer, at least 2
/// @param pageBytes in one answer: a longer one is not read
public record RelayLimits(Duration connect, Duration answer, int pageEntries, int pageBytes) {
    public static final RelayLimits STANDARD =
            new RelayLimits(Duration.ofSeconds(10), Duration.ofSeconds(30), 5_000, 64 << 20);

    public RelayLimits {
        if (pageEntries < 2 || pageBytes < 1) {
            throw new IllegalArgumentException("A page holds two entries at least");
        }
    }
}
