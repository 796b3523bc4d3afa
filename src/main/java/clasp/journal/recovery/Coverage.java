package clasp.journal.recovery;

import clasp.journal.model.SeqRange;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import java.util.Optional;
import java.util.OptionalLong;

/// What a journal still has of that which makes up the state at a seq, for one recovery: what the
/// documented one lacks is lost for every one, as clasp-router never begins with a snapshot that this
/// cannot load. Immutable.
///
/// @param seq the moment; no later than the end of the journal
/// @param end the newest seq that an entry or the snapshot has
/// @param given the highest seq that was ever given out
/// @param snapshotSeq the seq up to which the snapshot of that moment has everything; 0 without one
/// @param beginning the seqs before the first entry that neither entry nor snapshot has; empty for none
/// @param holes how many seqs are missing in the middle, after the snapshot
/// @param firstHole the first of them; 0 for none
/// @param earliest the earliest moment before which nothing is missing; empty for none
public record Coverage(
        long seq,
        long end,
        long given,
        long snapshotSeq,
        Optional<SeqRange> beginning,
        long holes,
        long firstHole,
        OptionalLong earliest) {
    /// @param seq any; Long.MAX_VALUE for the newest
    public static Coverage of(JournalReader journal, RecoveryRule rule, long seq, Cancellation cancellation) {
        JournalState state = journal.state();
        BaseSnapshots snapshots = new BaseSnapshots(journal, rule);
        Optional<SnapshotInfo> base = snapshots.find(seq, cancellation);
        long covered = base.map(SnapshotInfo::seqAt).orElse(0L);
        long end = Math.max(state.latestSeq(), covered);
        long at = Math.min(seq, Math.max(end, state.highestSeqGiven()));
        Optional<SeqRange> gone = beginning(state, covered, at);
        Holes holes = Holes.between(journal, covered, at, cancellation);
        return new Coverage(
                at,
                end,
                state.highestSeqGiven(),
                covered,
                gone,
                holes.seqs(),
                holes.first(),
                gone.map(range -> earliest(journal, snapshots, range.last(), cancellation))
                        .orElse(OptionalLong.of(covered)));
    }

    /// The seqs before the first entry that neither entry nor snapshot has; empty for none.
    ///
    /// @param covered the seq up to which the snapshot has everything; 0 without one
    /// @param seq the moment
    public static Optional<SeqRange> beginning(JournalState state, long covered, long seq) {
        long before = (state.isEmpty() ? state.highestSeqGiven() + 1 : state.firstSeq()) - 1;
        return before > covered && seq > covered ? Optional.of(new SeqRange(covered + 1, before)) : Optional.empty();
    }

    /// Whether nothing is missing.
    public boolean isWhole() {
        return beginning.isEmpty() && holes == 0;
    }

    /// Whether there is no entry at all between the snapshot and the moment, although there were some: what
    /// the snapshot has, or nothing, would be taken for the state.
    public boolean unknown() {
        return beginning.isPresent() && seq <= beginning.get().last();
    }

    private static OptionalLong earliest(
            JournalReader journal, BaseSnapshots snapshots, long before, Cancellation cancellation) {
        return journal.snapshots().stream()
                .mapToLong(SnapshotInfo::seqAt)
                .filter(seqAt -> seqAt >= before)
                .sorted()
                .filter(seqAt -> snapshots
                        .find(seqAt, cancellation)
                        .filter(info -> info.seqAt() == seqAt)
                        .isPresent())
                .findFirst();
    }
}
