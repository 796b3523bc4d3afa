package clasp.journal.store;

import clasp.journal.query.Filter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the matches of a filter next to a seq, as many as are wanted. What of the file is damaged at the place where
/// it reads is passed over: the rows at both sides of that are neighbours. Blocks on the journal. Immutable.
///
/// @param maxValueChars longer values are cut to this many characters
public record ReadableRows(JournalReader journal, Filter filter, int maxValueChars, Cancellation cancellation) {
    /// The matches next to a seq, in ascending seq.
    ///
    /// @param behind the seqs of those that are the next ones behind something damaged, in the direction of reading
    /// @param full whether there are as many as were asked for
    /// @param damage met beyond them, with no match that can be read behind it; null when none was
    public record Found(
            List<Row> rows,
            Set<Long> behind,
            boolean full,
            @Nullable DamagedException damage) {
        public Found {
            rows = List.copyOf(rows);
            behind = Set.copyOf(behind);
        }

        /// Whether matches may be lost between them, or beyond the last.
        public boolean damaged() {
            return damage != null || !behind.isEmpty();
        }
    }

    /// Finds the matches next to a seq; fewer than `max` only where no more can be read.
    public Found page(long fromSeq, Direction direction, int max) {
        boolean forward = direction == Direction.FORWARD;
        List<Row> rows = new ArrayList<>();
        Set<Long> behind = new HashSet<>();
        OptionalLong next = OptionalLong.of(fromSeq);
        DamagedException damage = null;
        while (next.isPresent() && rows.size() < max) {
            long from = next.getAsLong();
            try {
                var request = new PageRequest(filter, from, direction, max - rows.size(), maxValueChars);
                List<Row> found = journal.page(request, cancellation);
                rows.addAll(forward ? rows.size() : 0, found);
                if (!found.isEmpty() && damage != null) {
                    behind.add((forward ? found.getFirst() : found.getLast())
                            .entry()
                            .seq());
                }
                damage = found.isEmpty() ? damage : null;
                next = beyond(found, forward);
            } catch (DamagedException e) {
                damage = e;
                next = journal.behindDamage(from, direction, cancellation);
            }
        }
        return new Found(rows, behind, rows.size() >= max, damage);
    }

    /// Where to read on behind a page; empty when it is the last one.
    private static OptionalLong beyond(List<Row> page, boolean forward) {
        if (page.isEmpty()) {
            return OptionalLong.empty();
        }
        Row farthest = forward ? page.getLast() : page.getFirst();
        long seq = farthest.entry().seq();
        boolean last = !farthest.atDamage() || seq == (forward ? Long.MAX_VALUE : Long.MIN_VALUE);
        return last ? OptionalLong.empty() : OptionalLong.of(seq + (forward ? 1 : -1));
    }
}
