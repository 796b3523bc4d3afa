package clasp.journal.router;

import clasp.journal.router.core.Subscriptions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Who is connected; sends away whoever does not say HELLO, and asks the others for a sign of life, so that a client
/// that merely listens is told from one whose network is gone. The times are of a clock that only goes forward.
/// Confined to the engine's thread.
final class Attendance {
    private static final long HELLO_WITHIN = 10 * Micros.SECOND;
    private static final long PING_EVERY = 30 * Micros.SECOND;

    private final Set<Peer> peers = new LinkedHashSet<>();
    private long nextCheck;
    private long nextPing;

    void add(Peer peer) {
        peers.add(peer);
    }

    void remove(Peer peer) {
        peers.remove(peer);
    }

    int size() {
        return peers.size();
    }

    /// Everybody who is there, in the order of their coming.
    List<ConnectedClient> present(Subscriptions subscriptions) {
        return peers.stream()
                .map(peer -> new ConnectedClient(
                        peer.client().name(),
                        peer.client().session(),
                        peer.since().micros(),
                        subscriptions.count(peer.client().session())))
                .toList();
    }

    /// Once a second.
    boolean isDue(long nowMicros) {
        if (nowMicros < nextCheck) {
            return false;
        }
        nextCheck = nowMicros + Micros.SECOND;
        return true;
    }

    void check(long nowMicros) {
        for (Peer peer : peers) {
            if (!peer.client().greeted() && nowMicros - peer.since().steadyMicros() > HELLO_WITHIN) {
                Guarded.run(() -> peer.hangUp("no HELLO"));
            }
        }
        if (nowMicros >= nextPing) {
            nextPing = nowMicros + PING_EVERY;
            peers.forEach(peer -> Guarded.run(peer::ping));
        }
    }
}
