package clasp.journal.router;

import clasp.journal.router.core.Limits;
import java.util.concurrent.atomic.AtomicLong;

/// How much memory takes what is queued for all sessions together, about in bytes. Whoever has little of it keeps a
/// share of its own, so that nobody loses anything because others read slowly. Thread-safe.
final class Backlog {
    private static final int OVERHEAD = 64;

    private final AtomicLong queued = new AtomicLong();
    private final long most;
    private final long share;

    Backlog(Limits limits) {
        most = limits.queues().bytesInAll();
        share = most / limits.sessions();
    }

    /// How much a frame takes in a queue.
    static long weight(byte[] frame) {
        return OVERHEAD + frame.length;
    }

    /// @param own what is queued for one session
    /// @param more what is to be queued for it as well
    boolean hasRoom(long own, long more) {
        return queued.get() + more <= most || own + more <= share;
    }

    /// @param change less than nothing for what is queued no longer
    void add(long change) {
        queued.addAndGet(change);
    }
}
