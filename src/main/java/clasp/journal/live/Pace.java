package clasp.journal.live;

import java.time.Duration;

/// When a relay is asked next: soon while entries come, more rarely while there are none, ever more rarely while
/// it does not answer. Confined to one thread.
final class Pace {
    static final Duration FASTEST = Duration.ofMillis(100);
    static final Duration SLOWEST = Duration.ofSeconds(2);
    static final Duration FIRST_RETRY = Duration.ofMillis(500);
    static final Duration LAST_RETRY = Duration.ofSeconds(30);

    private Duration quiet = FASTEST;
    private Duration retry = FIRST_RETRY;

    /// There was an answer.
    ///
    /// @param entries new ones in it
    /// @param more whether it was as long as it may be
    Duration afterAnswer(int entries, boolean more) {
        retry = FIRST_RETRY;
        if (more) {
            quiet = FASTEST;
            return Duration.ZERO;
        }
        Duration wait = entries > 0 ? FASTEST : quiet;
        quiet = shorter(wait.multipliedBy(3).dividedBy(2), SLOWEST);
        return wait;
    }

    /// There was none.
    Duration afterFailure() {
        Duration wait = retry;
        retry = shorter(retry.multipliedBy(2), LAST_RETRY);
        quiet = FASTEST;
        return wait;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
