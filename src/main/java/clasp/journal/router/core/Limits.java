package clasp.journal.router.core;

/// How much a router takes upon itself. Immutable.
///
/// @param sessions clients at a time
/// @param subscriptions of one session
/// @param messagesPerSecond of one session; a second's worth may come at once
/// @param params of the live state
/// @param announcedSignals of all sessions together
/// @param waitingBundles whose time is yet to come, of all sessions together
/// @param queues of what is on its way to clients
public record Limits(
        int sessions,
        int subscriptions,
        int messagesPerSecond,
        int params,
        int announcedSignals,
        int waitingBundles,
        Queues queues) {
    public static final Limits USUAL =
            new Limits(1_000, 1_000, 10_000, 100_000, 10_000, 1_000, new Queues(4_096, 4 << 20, 128 << 20));

    /// What comes on top for a session that reads slowly is dropped and counted. Immutable.
    ///
    /// @param frames for one session
    /// @param bytes of those frames
    /// @param bytesInAll of all sessions together, about; none is left without its share of it
    public record Queues(int frames, int bytes, int bytesInAll) {}

    public Limits withSessions(int most) {
        return new Limits(most, subscriptions, messagesPerSecond, params, announcedSignals, waitingBundles, queues);
    }

    public Limits withSubscriptions(int most) {
        return new Limits(sessions, most, messagesPerSecond, params, announcedSignals, waitingBundles, queues);
    }

    public Limits withMessagesPerSecond(int most) {
        return new Limits(sessions, subscriptions, most, params, announcedSignals, waitingBundles, queues);
    }

    public Limits withParams(int most) {
        return new Limits(sessions, subscriptions, messagesPerSecond, most, announcedSignals, waitingBundles, queues);
    }

    public Limits withQueue(int frames, int bytes) {
        return withQueues(new Queues(frames, bytes, queues.bytesInAll()));
    }

    public Limits withQueuedBytesInAll(int most) {
        return withQueues(new Queues(queues.frames(), queues.bytes(), most));
    }

    private Limits withQueues(Queues other) {
        return new Limits(sessions, subscriptions, messagesPerSecond, params, announcedSignals, waitingBundles, other);
    }
}
