package clasp.journal.recovery;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import clasp.journal.store.ForwardingReader;
import clasp.journal.store.JournalReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// A journal without the snapshots that a damaged file has lost, for checks that look at what can be read. Confined to
/// one scan.
final class ReadableJournal extends ForwardingReader {
    /// Stands for the list of the snapshots among the ids of those that are lost.
    private static final long LIST = Long.MIN_VALUE;

    private final JournalReader journal;
    private final Map<Long, SnapshotInfo> listed = new HashMap<>();
    private final Map<Long, Problem> lost = new TreeMap<>();
    private final Set<Long> told = new HashSet<>();

    ReadableJournal(JournalReader journal) {
        this.journal = journal;
    }

    @Override
    protected JournalReader target() {
        return journal;
    }

    /// Tells what somebody has asked for in vain since the last time: that the snapshots cannot be listed, and each
    /// one that cannot be read.
    void tellLost(Consumer<Problem> found) {
        lost.forEach((id, problem) -> {
            if (told.add(id)) {
                found.accept(problem);
            }
        });
    }

    /// None where they cannot be listed.
    @Override
    public List<SnapshotInfo> snapshots() {
        try {
            List<SnapshotInfo> all = super.snapshots();
            all.forEach(info -> listed.put(info.id(), info));
            return all;
        } catch (DamagedException e) {
            lose(LIST, String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    @Override
    public Optional<Snapshot> snapshot(long id, Cancellation cancellation) {
        try {
            return super.snapshot(id, cancellation);
        } catch (DamagedException e) {
            lose(id, CoreTexts.text("recovery.snapshot.lost", Long.toString(id), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private void lose(long id, String why) {
        SnapshotInfo info = listed.get(id);
        long seq = info == null ? journal.state().latestSeq() : info.seqAt();
        lost.putIfAbsent(id, Problem.of(ProblemKind.DAMAGED, seq, null, why));
    }
}
