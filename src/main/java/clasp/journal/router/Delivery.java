package clasp.journal.router;

import clasp.journal.router.core.Change;
import clasp.journal.router.core.Subscriptions;
import clasp.journal.wire.FrameWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Brings changes to the clients that subscribed to them. Each is encoded once. The times are of a
/// clock that only goes forward. Confined to the engine's thread.
final class Delivery {
    private final Subscriptions subscriptions;
    private final Map<String, Peer> peers = new HashMap<>();
    private long dropped;

    Delivery(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    void add(Peer peer) {
        peers.put(peer.client().session(), peer);
    }

    void remove(Peer peer) {
        peers.remove(peer.client().session());
    }

    /// The client of that session; null when it has gone.
    @Nullable
    Peer peer(String session) {
        return peers.get(session);
    }

    void deliver(Change change, long nowMicros) {
        Set<String> receivers = subscriptions.receivers(change, nowMicros);
        if (!receivers.isEmpty()) {
            byte[] frame = FrameWriter.write(change.broadcast());
            receivers.forEach(session -> offer(session, frame));
        }
    }

    /// Delivers what subscribers did not want sooner.
    void deliverLate(long nowMicros) {
        for (Subscriptions.Late late : subscriptions.due(nowMicros)) {
            offer(late.session(), FrameWriter.write(late.change().broadcast()));
        }
    }

    /// How many messages were dropped since the beginning, as their receivers were too slow.
    long dropped() {
        return dropped;
    }

    private void offer(String session, byte[] frame) {
        Peer peer = peers.get(session);
        if (peer != null && !peer.offer(frame)) {
            dropped++;
        }
    }
}
