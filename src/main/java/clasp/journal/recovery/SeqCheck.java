package clasp.journal.recovery;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.EntryGlance;
import clasp.journal.store.JournalState;
import java.util.function.Consumer;

/// Looks for seqs that are not there: at the beginning, in the middle, at the end. Confined to one scan.
final class SeqCheck implements ProblemScan.EntryCheck {
    private final JournalState state;
    private final long covered;
    private final Consumer<Problem> found;
    private long last;

    /// @param covered the seq_at of the latest snapshot that a router can load; 0 without one
    SeqCheck(JournalState state, long covered, Consumer<Problem> found) {
        this.state = state;
        this.covered = covered;
        this.found = found;
    }

    @Override
    public void entry(EntryGlance entry, int id) {
        long seq = entry.seq();
        if (last == 0) {
            begin(seq);
        } else if (seq > last + 1) {
            found.accept(Problem.of(
                    ProblemKind.MISSING_SEQS,
                    last + 1,
                    null,
                    Long.toString(last + 1),
                    Long.toString(seq - 1),
                    Long.toString(seq - 1 - last),
                    covered >= seq - 1
                            ? CoreTexts.text("recovery.missing.covered", Long.toString(covered))
                            : CoreTexts.text("recovery.missing.lost")));
        }
        last = seq;
    }

    private void begin(long seq) {
        if (seq > 1) {
            tellBeginning(seq - 1, seq);
        }
    }

    /// @param gone up to which seq there is no entry
    private void tellBeginning(long gone, long seq) {
        boolean kept = covered >= gone;
        found.accept(Problem.of(
                kept ? ProblemKind.COMPACTED : ProblemKind.NOT_RECOVERABLE,
                kept ? 1 : seq,
                null,
                Long.toString(gone),
                Long.toString(covered),
                reachesTo()));
    }

    private String reachesTo() {
        return covered == 0 ? "" : CoreTexts.text("recovery.reachesTo", Long.toString(covered));
    }

    @Override
    public void end() {
        long given = state.highestSeqGiven();
        if (last == 0 && given > 0) {
            tellBeginning(given, given);
        } else if (last != 0 && last == state.latestSeq() && given > last) {
            found.accept(Problem.of(
                    ProblemKind.MISSING_AT_THE_END, last + 1, null, Long.toString(last + 1), Long.toString(given)));
        }
    }
}
