package clasp.journal.recovery;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.EntryVisitor;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Recovery as CLASP documents it: the latest snapshot that a router can load, then the SET entries after it in seq
/// order, each with its own value, revision, author and timestamp. PUBLISH entries never matter. A SET stored without
/// a revision counts one up from what its address had, as a router does.
///
/// (CLASP's router 4.5 recovers differently; this is what it is meant to do.) Works in one pass over the entries after
/// the snapshot and holds one param for each address. Thread-safe.
public final class StateReplay {
    private static final Filter SETS = new Filter.Message(Set.of(MsgType.SET));
    private static final int ENTRIES_PER_REPORT = 4_096;

    private final JournalReader journal;

    public StateReplay(JournalReader journal) {
        this.journal = journal;
    }

    /// The state after the newest entry. The latest snapshot counts even when it lies beyond that entry, as it does
    /// when every entry was compacted away.
    public ReplayedState latest(Progress progress, Cancellation cancellation) {
        long newest = journal.state().latestSeq();
        Optional<Snapshot> base = latestUsable(Long.MAX_VALUE, cancellation);
        long seq =
                base.map(snapshot -> Math.max(newest, snapshot.info().seqAt())).orElse(newest);
        return replay(base, seq, progress, cancellation);
    }

    /// The state after the entry with this seq: snapshots and entries beyond it are left out of account.
    public ReplayedState at(long seq, Progress progress, Cancellation cancellation) {
        return replay(latestUsable(seq, cancellation), seq, progress, cancellation);
    }

    private ReplayedState replay(Optional<Snapshot> base, long seq, Progress progress, Cancellation cancellation) {
        var params = new Params(base.map(Snapshot::params).orElse(List.of()));
        SeqRange rest = base.map(snapshot -> after(snapshot.info().seqAt(), seq))
                .orElse(new SeqRange(SeqRange.ALL.first(), seq));
        if (!rest.isEmpty()) {
            journal.scan(SETS, rest, params.reporting(rest, progress), cancellation);
        }
        return new ReplayedState(
                seq, base.map(Snapshot::info).orElse(null), params.applied, List.copyOf(params.byAddress.values()));
    }

    private static SeqRange after(long seq, long last) {
        return seq < last ? new SeqRange(seq + 1, last) : SeqRange.NONE;
    }

    /// The most recent snapshot taken at or before the seq that a router can load.
    private Optional<Snapshot> latestUsable(long seq, Cancellation cancellation) {
        for (var info : journal.snapshots().reversed()) {
            cancellation.check();
            if (info.seqAt() <= seq) {
                Optional<Snapshot> snapshot = journal.snapshot(info.id(), cancellation);
                if (snapshot.isPresent() && snapshot.get().usable()) {
                    return snapshot;
                }
            }
        }
        return Optional.empty();
    }

    /// The params so far, by address. Confined to one replay.
    private static final class Params {
        private final Map<String, Param> byAddress = new LinkedHashMap<>();
        private long applied;

        Params(List<Param> start) {
            start.forEach(param -> byAddress.put(param.address(), param));
        }

        EntryVisitor reporting(SeqRange range, Progress progress) {
            long first = Math.max(range.first(), 1);
            return entry -> {
                apply(entry);
                if (applied % ENTRIES_PER_REPORT == 0) {
                    progress.report(entry.seq() - first + 1, range.last() - first + 1);
                }
                return true;
            };
        }

        private void apply(Entry entry) {
            applied++;
            Param before = byAddress.get(entry.address());
            byAddress.put(
                    entry.address(),
                    new Param(
                            entry.address(),
                            entry.valueJson(),
                            revisionAfter(entry.revision(), before),
                            entry.author(),
                            entry.timestampMicros()));
        }

        private static long revisionAfter(@Nullable Long stored, @Nullable Param before) {
            if (stored != null) {
                return stored;
            }
            return before == null ? 1 : before.revision() + 1;
        }
    }
}
