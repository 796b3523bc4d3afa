package clasp.journal.recovery;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.util.Optional;

/// What a router comes back with, by one of the two rules. Works in one pass over the entries and holds one
/// param for each address. Thread-safe.
public final class Recovery {
    private static final int ENTRIES_PER_REPORT = 4_096;

    private final JournalReader journal;
    private final RecoveryRule rule;

    public Recovery(JournalReader journal, RecoveryRule rule) {
        this.journal = journal;
        this.rule = rule;
    }

    /// The state after the newest entry. The latest snapshot counts even when it lies beyond that entry, as
    /// it does when every entry was compacted away.
    public RecoveredState latest(Progress progress, Cancellation cancellation) {
        return alone().latest(progress, cancellation);
    }

    /// The state that a router would have come to when it had stopped right after the entry with this seq:
    /// snapshots and entries beyond it are left out of account.
    public RecoveredState at(long seq, Progress progress, Cancellation cancellation) {
        return alone().at(seq, progress, cancellation);
    }

    /// The state after the newest entry, with what becomes of every entry.
    public RecoveredState latest(FateVisitor fates, Progress progress, Cancellation cancellation) {
        Optional<Snapshot> base = base(Long.MAX_VALUE, cancellation);
        return run(base, latestSeq(base), fates, progress, cancellation);
    }

    /// The state at a seq, with what becomes of every entry up to there.
    public RecoveredState at(long seq, FateVisitor fates, Progress progress, Cancellation cancellation) {
        return run(base(seq, cancellation), seq, fates, progress, cancellation);
    }

    /// For one question, so that nothing has to be kept.
    private StateHistory alone() {
        return new StateHistory(journal, rule, Integer.MAX_VALUE, 0, 0);
    }

    private long latestSeq(Optional<Snapshot> base) {
        long newest = journal.state().latestSeq();
        return base.map(snapshot -> Math.max(newest, snapshot.info().seqAt())).orElse(newest);
    }

    private Optional<Snapshot> base(long seq, Cancellation cancellation) {
        return new BaseSnapshots(journal, rule)
                .find(seq, cancellation)
                .flatMap(info -> journal.snapshot(info.id(), cancellation));
    }

    private RecoveredState run(
            Optional<Snapshot> base, long seq, FateVisitor fates, Progress progress, Cancellation cancellation) {
        var table = new ParamTable(rule);
        base.ifPresent(snapshot -> table.load(snapshot.params()));
        long covered = covered(rule, base.map(Snapshot::info));
        SeqRange range = new SeqRange(Long.MIN_VALUE, seq);
        var pace = new Pace(range, progress);
        journal.scan(
                Filter.ALL,
                range,
                entry -> {
                    pace.passed(entry);
                    boolean before = covered != Long.MIN_VALUE && entry.seq() <= covered && entry.isSet();
                    fates.visit(entry, before ? new Fate.BeforeSnapshot(covered) : table.apply(entry));
                    return true;
                },
                cancellation);
        return new RecoveredState(seq, base.map(Snapshot::info).orElse(null), table.taken(), table.params());
    }

    /// The seq up to which the rule takes everything from the snapshot.
    static long covered(RecoveryRule rule, Optional<SnapshotInfo> base) {
        return switch (rule) {
            case DOCUMENTED -> base.map(SnapshotInfo::seqAt).orElse(Long.MIN_VALUE);
            case CLASP_ROUTER -> Long.MIN_VALUE;
        };
    }

    /// The seqs from the one after `seq` up to `last`.
    static SeqRange after(long seq, long last) {
        if (seq == Long.MIN_VALUE) {
            return new SeqRange(seq, last);
        }
        return seq < last ? new SeqRange(seq + 1, last) : SeqRange.NONE;
    }

    /// Reports now and then how far it came.
    private static final class Pace {
        private final long first;
        private final long last;
        private final Progress progress;
        private long passed;

        Pace(SeqRange range, Progress progress) {
            first = Math.max(range.first(), 1);
            last = range.last();
            this.progress = progress;
        }

        void passed(Entry entry) {
            passed++;
            if (passed % ENTRIES_PER_REPORT == 0) {
                progress.report(entry.seq() - first + 1, last - first + 1);
            }
        }
    }
}
