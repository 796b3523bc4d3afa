package clasp.journal.router;

import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// The clients that have yet to read the state that they asked for, which keeps its values in memory although others
/// have taken their place. Whoever holds on to too much of that is cut off. Confined to the engine's thread.
final class StateReaders {
    static final long MOST = 64L << 20;

    private static final System.Logger LOG = System.getLogger(StateReaders.class.getName());

    /// How much had been replaced when each was given its state, the eldest first.
    private final Map<Peer, Long> given = new LinkedHashMap<>();

    /// @param replaced how much of the state was replaced so far, about in bytes
    void add(Peer peer, long replaced) {
        given.remove(peer);
        given.put(peer, replaced);
    }

    void remove(Peer peer) {
        given.remove(peer);
    }

    void check(long replaced) {
        for (Iterator<Map.Entry<Peer, Long>> all = given.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Peer, Long> eldest = all.next();
            Peer peer = eldest.getKey();
            boolean reads = peer.isReading();
            if (reads && replaced - eldest.getValue() <= MOST) {
                return;
            }
            all.remove();
            if (reads) {
                LOG.log(
                        Level.WARNING,
                        "Session {0} reads too slowly: it is cut off.",
                        peer.client().session());
                peer.cutOff();
            }
        }
    }
}
