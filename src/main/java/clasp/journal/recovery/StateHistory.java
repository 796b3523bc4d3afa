package clasp.journal.recovery;

import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.util.List;
import java.util.Optional;

/// The state at any seq, asked for again and again. What was replayed once is kept at some seqs, so that the next
/// question nearby starts there; how much is kept is bounded. Answers are those of [Recovery#at]. Thread-safe: one
/// question at a time.
public final class StateHistory {
    private static final int ENTRIES_BETWEEN = 16_384;
    /// Some 100 MB when no two kept states share a param and values are short.
    private static final int PARAMS_KEPT = 250_000;

    private final JournalReader journal;
    private final RecoveryRule rule;
    private final BaseSnapshots snapshots;
    private final Checkpoints checkpoints;
    private long firstSeq;

    public StateHistory(JournalReader journal, RecoveryRule rule) {
        this(journal, rule, ENTRIES_BETWEEN, PARAMS_KEPT);
    }

    /// @param entriesBetween how many entries lie between two kept states at least
    /// @param paramsKept how many params all kept states together hold at most
    StateHistory(JournalReader journal, RecoveryRule rule, int entriesBetween, int paramsKept) {
        this.journal = journal;
        this.rule = rule;
        snapshots = new BaseSnapshots(journal, rule);
        checkpoints = new Checkpoints(entriesBetween, paramsKept);
    }

    /// Replays the whole journal once, so that every later question is answered from a kept state.
    public synchronized void prepare(Progress progress, Cancellation cancellation) {
        for (SnapshotInfo info : journal.snapshots()) {
            at(info.seqAt() - 1, progress, cancellation);
        }
        at(journal.state().latestSeq(), progress, cancellation);
    }

    /// The state that a router would have come to when it had stopped right after the entry with this seq.
    public synchronized RecoveredState at(long seq, Progress progress, Cancellation cancellation) {
        forgetWhatWasCompacted();
        Optional<SnapshotInfo> base = snapshots.find(seq, cancellation);
        long baseId = base.map(SnapshotInfo::id).orElse(Checkpoints.NO_BASE);
        ParamTable table = new ParamTable(rule);
        long from = start(table, base, checkpoints.nearest(baseId, seq), cancellation);
        SeqRange rest = Recovery.after(from, seq);
        if (!rest.isEmpty()) {
            replay(table, baseId, rest, progress, cancellation);
        }
        return new RecoveredState(seq, base.orElse(null), table.taken(), table.params());
    }

    /// @return the seq up to which the table has everything
    private long start(
            ParamTable table, Optional<SnapshotInfo> base, Optional<Checkpoint> kept, Cancellation cancellation) {
        if (kept.isPresent()) {
            table.load(kept.get().params(), kept.get().taken());
            return kept.get().seq();
        }
        base.flatMap(info -> journal.snapshot(info.id(), cancellation))
                .map(Snapshot::params)
                .ifPresent(table::load);
        return Recovery.covered(rule, base);
    }

    private void replay(ParamTable table, long baseId, SeqRange range, Progress progress, Cancellation cancellation) {
        int[] passed = {0};
        journal.scan(
                Recovery.takenInto(rule),
                range,
                entry -> {
                    table.apply(entry);
                    passed[0]++;
                    if (passed[0] >= checkpoints.entriesBetween()) {
                        passed[0] = 0;
                        checkpoints.keep(baseId, new Checkpoint(entry.seq(), table.taken(), table.params()));
                        progress.report(entry.seq(), range.last());
                    }
                    return true;
                },
                cancellation);
    }

    private void forgetWhatWasCompacted() {
        long first = journal.state().firstSeq();
        if (first != firstSeq) {
            checkpoints.clear();
            firstSeq = first;
        }
    }

    /// A state that was kept.
    record Checkpoint(long seq, long taken, List<RecoveredParam> params) {}
}
