package clasp.journal.recovery;

import clasp.journal.model.ClaspValue;
import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Looks for snapshots that cannot be loaded, and for those that are not what the SETs up to them make. A snapshot's
/// param that no entry of this journal set is taken as it is: its entries may be compacted away. Confined to one scan.
final class SnapshotCheck implements ProblemScan.EntryCheck {
    /// Of one snapshot, so many params that differ are told at most.
    private static final int MOST_TOLD = 100;

    /// CLASP's reader rounds the last bit of a float.
    private static final ValueComparison VALUES = new ValueComparison(new BigDecimal("1e-9"));

    private final JournalReader journal;
    private final Consumer<Problem> found;
    private final Cancellation cancellation;
    private final Map<String, RecoveredParam> state = new HashMap<>();
    private final Queue<SnapshotInfo> ahead = new ArrayDeque<>();
    private final long covered;

    SnapshotCheck(JournalReader journal, Consumer<Problem> found, Cancellation cancellation) {
        this.journal = journal;
        this.found = found;
        this.cancellation = cancellation;
        long latest = 0;
        for (SnapshotInfo info : journal.snapshots()) {
            if (journal.snapshot(info.id(), cancellation)
                    .filter(Snapshot::usable)
                    .isPresent()) {
                latest = info.seqAt();
            }
        }
        covered = latest;
        journal.snapshots().stream()
                .sorted(Comparator.comparingLong(SnapshotInfo::seqAt))
                .forEach(ahead::add);
    }

    /// The seq_at of the latest snapshot that can be loaded; 0 without one.
    long coveredSeq() {
        return covered;
    }

    @Override
    public void entry(Entry entry) {
        while (!ahead.isEmpty() && ahead.element().seqAt() < entry.seq()) {
            check(ahead.remove());
        }
        if (entry.isSet() && entry.revision() == null) {
            // Nobody can tell whether a router took it, and at which revision.
            state.remove(entry.address());
        } else if (RecoveryRule.DOCUMENTED.fate(entry, state.get(entry.address())) instanceof Fate.Change change) {
            state.put(entry.address(), change.after());
        }
    }

    @Override
    public void end() {
        while (!ahead.isEmpty()) {
            check(ahead.remove());
        }
    }

    private void check(SnapshotInfo info) {
        journal.snapshot(info.id(), cancellation).ifPresent(snapshot -> {
            snapshot.problem()
                    .ifPresent(problem -> found.accept(Problem.of(
                            ProblemKind.UNREADABLE_SNAPSHOT, info.seqAt(), null, Long.toString(info.id()), problem)));
            if (snapshot.damage() == null) {
                compare(snapshot);
            }
        });
    }

    private void compare(Snapshot snapshot) {
        Map<String, Param> stored = new HashMap<>();
        snapshot.params().forEach(param -> stored.put(param.address(), param));
        state.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(replayed -> differs(
                        stored.get(replayed.getKey()), replayed.getValue().param()))
                .limit(MOST_TOLD)
                .forEach(replayed -> tell(snapshot.info(), stored.get(replayed.getKey()), replayed.getValue()));
    }

    private static boolean differs(@Nullable Param stored, Param replayed) {
        return stored == null
                || stored.revision() != replayed.revision()
                || VALUES.compare(ClaspValue.read(stored.valueJson()), ClaspValue.read(replayed.valueJson()))
                        != ValueComparison.Outcome.ALIKE;
    }

    private void tell(SnapshotInfo info, @Nullable Param stored, RecoveredParam replayed) {
        found.accept(Problem.of(
                ProblemKind.SNAPSHOT_DISAGREES,
                info.seqAt(),
                replayed.address(),
                Long.toString(info.id()),
                stored == null ? RecoveryTexts.text("recovery.nothing") : RecoveryTexts.inWords(stored),
                RecoveryTexts.inWords(replayed.param()),
                Long.toString(replayed.seq())));
    }
}
