package clasp.journal.recovery;

import clasp.journal.model.Entry;
import clasp.journal.recovery.JournalPair.Alignment;
import clasp.journal.recovery.JournalPair.Pair;
import clasp.journal.recovery.JournalPair.Position;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import java.util.Optional;

/// So many entries from a place on are the same by seq, but for their times: from here to there, each is as far as
/// between these two. Immutable.
public record TimeShift(int entries, long hereMicros, long thereMicros) {
    /// One that fits may be chance.
    private static final int LEAST = 2;

    /// Whether this is why two journals that are aligned by time part at that place.
    ///
    /// @param most how many entries are looked at
    static Optional<TimeShift> at(Position parting, JournalPair pair, int most, Cancellation cancellation) {
        if (pair.alignment() != Alignment.TIME) {
            return Optional.empty();
        }
        var bySeq = new JournalPair(pair.left(), pair.right(), Alignment.SEQ);
        var walk = new PairWalk(bySeq, parting, Progress.NONE, cancellation);
        TimeShift shift = null;
        int entries = 0;
        for (Pair row = walk.next(); row != null && entries < most; row = walk.next()) {
            Entry here = row.left();
            Entry there = row.right();
            if (here == null
                    || there == null
                    || !here.withTimestampMicros(there.timestampMicros()).equals(there)) {
                return Optional.empty();
            }
            if (shift == null) {
                shift = new TimeShift(0, here.timestampMicros(), there.timestampMicros());
            } else if (!shift.fits(here, there)) {
                return Optional.empty();
            }
            entries++;
        }
        return shift == null || entries < LEAST
                ? Optional.empty()
                : Optional.of(new TimeShift(entries, shift.hereMicros(), shift.thereMicros()));
    }

    /// Times are unsigned: the same difference of bits may be a step back.
    private boolean fits(Entry here, Entry there) {
        return there.timestampMicros() - here.timestampMicros() == thereMicros - hereMicros
                && later(here.timestampMicros(), there.timestampMicros()) == later(hereMicros, thereMicros);
    }

    private static boolean later(long here, long there) {
        return Long.compareUnsigned(here, there) < 0;
    }
}
