package clasp.journal.router.core;

/// How much a router takes upon itself. Immutable.
///
/// @param sessions clients at a time
/// @param subscriptions of one session
/// @param messagesPerSecond of one session; a second's worth may come at once
/// @param params of the live state
/// @param announcedSignals of all sessions together
/// @param waitingBundles whose time is yet to come, of all sessions together
/// @param queuedFrames for one session that reads slowly; what comes on top is dropped and counted
/// @param queuedBytes of those frames
/// @param queuedBytesInAll of all sessions together, about; none is left without its share of it
public record Limits(
        int sessions,
        int subscriptions,
        int messagesPerSecond,
        int params,
        int announcedSignals,
        int waitingBundles,
        int queuedFrames,
        int queuedBytes,
        int queuedBytesInAll) {
    public static final Limits USUAL =
            new Limits(1_000, 1_000, 10_000, 100_000, 10_000, 1_000, 4_096, 4 << 20, 128 << 20);

    public Limits withSessions(int most) {
        return new Limits(
                most,
                subscriptions,
                messagesPerSecond,
                params,
                announcedSignals,
                waitingBundles,
                queuedFrames,
                queuedBytes,
                queuedBytesInAll);
    }

    public Limits withSubscriptions(int most) {
        return new Limits(
                sessions,
                most,
                messagesPerSecond,
                params,
                announcedSignals,
                waitingBundles,
                queuedFrames,
                queuedBytes,
                queuedBytesInAll);
    }

    public Limits withMessagesPerSecond(int most) {
        return new Limits(
                sessions,
                subscriptions,
                most,
                params,
                announcedSignals,
                waitingBundles,
                queuedFrames,
                queuedBytes,
                queuedBytesInAll);
    }

    public Limits withParams(int most) {
        return new Limits(
                sessions,
                subscriptions,
                messagesPerSecond,
                most,
                announcedSignals,
                waitingBundles,
                queuedFrames,
                queuedBytes,
                queuedBytesInAll);
    }

    public Limits withQueue(int frames, int bytes) {
        return new Limits(
                sessions,
                subscriptions,
                messagesPerSecond,
                params,
                announcedSignals,
                waitingBundles,
                frames,
                bytes,
                queuedBytesInAll);
    }

    public Limits withQueuedBytesInAll(int most) {
        return new Limits(
                sessions,
                subscriptions,
                messagesPerSecond,
                params,
                announcedSignals,
                waitingBundles,
                queuedFrames,
                queuedBytes,
                most);
    }
}
