package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Direction;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Seqs around a damaged part of a file, whose entries cannot be read. Immutable.
///
/// @param after no later seq before it can be read; null when it begins with the first
/// @param before where reading can go on; null when nothing behind it can be read
record DamagedPart(@Nullable Long after, @Nullable Long before) {
    private static final DamageWalk.Reach NOTHING = new DamageWalk.Reach(OptionalLong.empty(), false);

    /// Finds the first one in the range, which is known to hold one, and where reading goes on as [DamageWalk#goOn]
    /// does.
    ///
    /// @param columns what is read of an entry: first those of [RowReader#WHOLE]
    static DamagedPart find(SqliteSource source, String columns, SeqRange range, Cancellation cancellation) {
        var walk = new DamageWalk(source, columns, Direction.FORWARD, cancellation);
        OptionalLong last = walk.reach(range).last();
        Long after = last.isPresent() ? Long.valueOf(last.getAsLong()) : before(range);
        // Seqs count from 1; looking for the end of the damage from the least possible one would take too long steps.
        long start = after == null ? Math.max(0, range.first()) : after + 1;
        OptionalLong next = walk.goOn(start, range.last());
        return new DamagedPart(after, next.isPresent() ? Long.valueOf(next.getAsLong()) : null);
    }

    /// Where reading can go on behind the first one, for whoever reads the range in that direction; empty when the
    /// range has none, or nothing behind it can be read.
    static OptionalLong goOnBehind(
            SqliteSource source, SeqRange range, Direction direction, Cancellation cancellation) {
        var walk = new DamageWalk(source, RowReader.WHOLE.columns(), direction, cancellation);
        boolean forward = direction == Direction.FORWARD;
        long begin = forward ? range.first() : range.last();
        long end = forward ? range.last() : range.first();
        DamageWalk.Reach reach = range.isEmpty() ? NOTHING : walk.reach(range);
        OptionalLong last = reach.last();
        if (!reach.damaged() || last.isPresent() && last.getAsLong() == end) {
            return OptionalLong.empty();
        }
        return walk.goOn(last.isEmpty() ? begin : last.getAsLong() + (forward ? 1 : -1), end);
    }

    private static @Nullable Long before(SeqRange range) {
        return range.first() == Long.MIN_VALUE ? null : range.first() - 1;
    }

    /// What is missing because of it, as it reads after “entries”.
    String missing() {
        String first = after == null ? "" : CoreTexts.text("store.missing.after", Long.toString(after));
        String next = before == null ? "" : CoreTexts.text("store.missing.before", Long.toString(before));
        return after == null || before == null ? first + next : CoreTexts.text("store.missing.both", first, next);
    }
}
