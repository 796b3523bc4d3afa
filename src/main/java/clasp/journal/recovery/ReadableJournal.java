package clasp.journal.recovery;

import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import clasp.journal.store.ForwardingReader;
import clasp.journal.store.JournalReader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A journal without the snapshots that a damaged file has lost, for checks that look at what can be read. Confined to
/// one scan.
final class ReadableJournal extends ForwardingReader {
    private final JournalReader journal;
    private @Nullable DamagedException lost;

    ReadableJournal(JournalReader journal) {
        this.journal = journal;
    }

    @Override
    protected JournalReader target() {
        return journal;
    }

    /// Why the snapshots cannot be listed; empty when they can, as far as somebody has asked.
    Optional<String> lostSnapshots() {
        return Optional.ofNullable(lost).map(e -> String.valueOf(e.getMessage()));
    }

    /// None where they cannot be listed.
    @Override
    public List<SnapshotInfo> snapshots() {
        try {
            return super.snapshots();
        } catch (DamagedException e) {
            lost = e;
            return List.of();
        }
    }

    @Override
    public Optional<Snapshot> snapshot(long id, Cancellation cancellation) {
        try {
            return super.snapshot(id, cancellation);
        } catch (DamagedException e) {
            lost = e;
            return Optional.empty();
        }
    }
}
