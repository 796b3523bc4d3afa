package clasp.journal.router;

import java.util.HashSet;
import java.util.Set;

/// Whether to let more messages arrive before those that are there are worked through. A round has costs of its own, a
/// commit and a wake-up above all: while many clients write, a millisecond's worth together is much cheaper than
/// each by itself. A few clients, each of which may wait for its answer before it goes on, never wait for this.
/// Confined to the engine's thread.
final class Linger {
    static final long WINDOW_NANOS = 10_000_000;
    static final long LINGER_NANOS = 1_000_000;
    static final int MANY_MESSAGES = 20;
    static final int MANY_SENDERS = 8;

    private final Set<Peer> senders = new HashSet<>();
    private int messages;
    private long windowBegan;
    private boolean busy;

    void received(Peer sender) {
        messages++;
        senders.add(sender);
    }

    /// How long to wait; 0 for not at all.
    ///
    /// @param nowNanos of a clock that only goes forward
    long nanos(long nowNanos) {
        if (nowNanos - windowBegan >= WINDOW_NANOS) {
            // Of a window that is long over, nothing follows for this one.
            boolean recent = nowNanos - windowBegan < 3 * WINDOW_NANOS;
            busy = recent && messages >= MANY_MESSAGES && senders.size() >= MANY_SENDERS;
            windowBegan = nowNanos;
            messages = 0;
            senders.clear();
        }
        return busy ? LINGER_NANOS : 0;
    }
}
