package clasp.journal.live;

import java.time.Duration;

/// How much a recording takes upon itself, and how long it waits. Immutable.
///
/// @param answer for a connection, and for an answer
/// @param entries that wait in memory for being stored, at most
/// @param characters of those entries, at most
/// @param retryStore until storing is tried again
/// @param quiet after which a router that says nothing is asked for a sign of life. Short, as a connection that was
///     broken off may only show when something is sent over it for the second time
public record RecordingLimits(Duration answer, int entries, long characters, Duration retryStore, Duration quiet) {
    private static final Duration QUIET = Duration.ofSeconds(3);

    public static final RecordingLimits STANDARD =
            new RecordingLimits(Duration.ofSeconds(15), 250_000, 48 << 20, Duration.ofSeconds(2));

    public RecordingLimits(Duration answer, int entries, long characters, Duration retryStore) {
        this(answer, entries, characters, retryStore, QUIET);
    }

    public RecordingLimits withQuiet(Duration time) {
        return new RecordingLimits(answer, entries, characters, retryStore, time);
    }
}
