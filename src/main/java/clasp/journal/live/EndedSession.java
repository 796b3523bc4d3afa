package clasp.journal.live;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.ForwardingReader;
import clasp.journal.store.JournalAccess;
import clasp.journal.store.JournalCopy;
import clasp.journal.store.JournalInfo;
import clasp.journal.store.JournalState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// What was read of a relay until it began anew. Thread-safe.
final class EndedSession extends ForwardingReader {
    private final String name;
    private final JournalCopy copy;
    private final CopyStore copies;
    private final List<Snapshot> snapshots;
    private final AtomicBoolean closed = new AtomicBoolean();

    /// @param snapshots oldest first
    EndedSession(String name, JournalCopy copy, CopyStore copies, List<Snapshot> snapshots) {
        this.name = name;
        this.copy = copy;
        this.copies = copies;
        this.snapshots = List.copyOf(snapshots);
    }

    @Override
    protected JournalCopy target() {
        return copy;
    }

    @Override
    public JournalInfo info() {
        return new JournalInfo(
                CoreTexts.text("live.ended", name),
                null,
                JournalAccess.Plain.ENDED,
                copy.info().sizeBytes(),
                -1,
                false,
                List.of(CoreTexts.text("live.anew", name)));
    }

    @Override
    public JournalState state() {
        return copy.state();
    }

    @Override
    public List<SnapshotInfo> snapshots() {
        return snapshots.stream().map(Snapshot::info).toList();
    }

    @Override
    public Optional<Snapshot> snapshot(long id, Cancellation cancellation) {
        cancellation.check();
        return snapshots.stream().filter(snapshot -> snapshot.info().id() == id).findFirst();
    }

    @Override
    public CompactionAccess compaction() {
        return new CompactionAccess.Unavailable(CoreTexts.text("live.compact.ended"));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            copies.discard(copy);
        }
    }
}
