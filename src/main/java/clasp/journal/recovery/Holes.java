package clasp.journal.recovery;

import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import java.util.List;

/// Seqs that are missing between entries of a journal. Immutable.
///
/// @param seqs how many
/// @param first the first of them; 0 for none
record Holes(long seqs, long first) {
    private static final int MOST_LISTED = 10_000;

    /// Those after one seq and up to another.
    static Holes between(JournalReader journal, long after, long upTo, Cancellation cancellation) {
        List<SeqRange> listed = journal.missingSeqs(MOST_LISTED, cancellation);
        if (listed.size() == MOST_LISTED) {
            return passingOver(journal, after, upTo, cancellation);
        }
        List<SeqRange> holes = listed.stream()
                .filter(hole -> hole.last() > after && hole.first() <= upTo)
                .map(hole -> new SeqRange(Math.max(hole.first(), after + 1), Math.min(hole.last(), upTo)))
                .toList();
        return new Holes(
                holes.stream().mapToLong(hole -> hole.last() - hole.first() + 1).sum(),
                holes.isEmpty() ? 0 : holes.getFirst().first());
    }

    /// There may be more holes than can be listed, so the entries themselves are counted.
    private static Holes passingOver(JournalReader journal, long after, long upTo, Cancellation cancellation) {
        JournalState state = journal.state();
        SeqRange range = new SeqRange(Math.max(after + 1, state.firstSeq()), Math.min(upTo, state.latestSeq()));
        if (range.isEmpty()) {
            return new Holes(0, 0);
        }
        long[] entries = {0};
        long[] firstMissing = {range.first()};
        journal.glance(
                range,
                entry -> {
                    entries[0]++;
                    firstMissing[0] += entry.seq() == firstMissing[0] ? 1 : 0;
                },
                cancellation);
        long missing = range.last() - range.first() + 1 - entries[0];
        return new Holes(missing, missing == 0 ? 0 : firstMissing[0]);
    }
}
