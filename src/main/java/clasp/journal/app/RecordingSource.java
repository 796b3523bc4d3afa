package clasp.journal.app;

import clasp.journal.live.BearerToken;
import clasp.journal.live.RecordingLimits;
import clasp.journal.live.RecordingOrder;
import clasp.journal.live.RouterAddress;
import clasp.journal.live.RouterRecording;
import clasp.journal.model.SignalType;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Recording;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.ui.recording.RecordingAccess;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/// Records routers into memory or SQLite files, and ends with the program what still runs then. Thread-safe.
final class RecordingSource implements RecordingAccess, AutoCloseable {
    private static final int SNAPSHOTS_IN_MEMORY = 100;

    /// Those that somebody still has: what is closed is not held.
    private final Set<Recording> begun = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    @Override
    public Source at(String url, String token, List<String> patterns, Set<SignalType> types, boolean history) {
        return new Reachable(new RecordingOrder(
                RouterAddress.of(url), BearerToken.of(token), patterns, types, history, RecordingOrder.UNLIMITED));
    }

    /// Returns when everything that was received is stored.
    @Override
    public void close() {
        Set<Recording> open;
        synchronized (begun) {
            open = Set.copyOf(begun);
        }
        open.forEach(Recording::close);
    }

    private Recording kept(Recording recording) {
        begun.add(recording);
        return recording;
    }

    private final class Reachable implements Source {
        private final RecordingOrder order;

        Reachable(RecordingOrder order) {
            this.order = order;
        }

        @Override
        public String name() {
            return order.address().name();
        }

        @Override
        public Source withToken(String token) {
            return new Reachable(order.with(BearerToken.of(token)));
        }

        @Override
        public Recording intoMemory(int entries, Cancellation cancellation) {
            return kept(RouterRecording.start(
                    order,
                    RecordingLimits.STANDARD,
                    () -> new MemoryJournal(name(), entries, SNAPSHOTS_IN_MEMORY, InstantSource.system()),
                    InstantSource.system(),
                    cancellation));
        }

        @Override
        public Recording intoFile(Path file, Cancellation cancellation) {
            return kept(RouterRecording.start(
                    order,
                    RecordingLimits.STANDARD,
                    () -> new SqliteJournals().create(file, null),
                    InstantSource.system(),
                    cancellation));
        }
    }
}
