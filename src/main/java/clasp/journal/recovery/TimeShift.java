package clasp.journal.recovery;

import clasp.journal.model.Entry;
import clasp.journal.recovery.JournalPair.Alignment;
import clasp.journal.recovery.JournalPair.Pair;
import clasp.journal.recovery.JournalPair.Position;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// So many entries from a place on are the same by seq, but for their times: from here to there, each is as far as
/// between these two. Immutable.
///
/// @param rest whether these are all there are from there on, in both journals
public record TimeShift(int entries, long hereMicros, long thereMicros, boolean rest) {
    /// One that fits may be chance.
    private static final int LEAST = 2;
    /// More are not looked at, as nobody wants to wait for that.
    private static final int MOST = 100_000;

    /// Whether this is why two journals that are aligned by time part at that place.
    ///
    /// @param enough so many entries must fit, if there are as many
    static Optional<TimeShift> at(Position parting, JournalPair pair, int enough, Cancellation cancellation) {
        if (pair.alignment() != Alignment.TIME) {
            return Optional.empty();
        }
        var bySeq = new JournalPair(pair.left(), pair.right(), Alignment.SEQ);
        var walk = new PairWalk(bySeq, parting, Progress.NONE, cancellation);
        TimeShift shift = null;
        Pair row = walk.next();
        while (row != null && (shift == null || shift.entries < MOST)) {
            TimeShift longer = with(row, shift);
            if (longer == null) {
                return Optional.ofNullable(shift).filter(found -> found.entries >= enough);
            }
            shift = longer;
            row = walk.next();
        }
        boolean rest = row == null;
        return Optional.ofNullable(shift)
                .filter(found -> found.entries >= LEAST)
                .map(found -> new TimeShift(found.entries, found.hereMicros, found.thereMicros, rest));
    }

    /// With one row more; null when that is not one entry at two times which are as far apart as before.
    private static @Nullable TimeShift with(Pair row, @Nullable TimeShift before) {
        Entry here = row.left();
        Entry there = row.right();
        if (here == null
                || there == null
                || !here.withTimestampMicros(there.timestampMicros()).equals(there)
                || before != null && !before.fits(here, there)) {
            return null;
        }
        return before == null
                ? new TimeShift(1, here.timestampMicros(), there.timestampMicros(), false)
                : new TimeShift(before.entries + 1, before.hereMicros, before.thereMicros, false);
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
