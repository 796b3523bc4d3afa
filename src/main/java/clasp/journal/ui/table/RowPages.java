package clasp.journal.ui.table;

import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import clasp.journal.store.Direction;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Reads rows page by page, ready to be shown. What of the file is damaged at the place where it reads is passed over:
/// the rows at both sides of that are neighbours. Blocks on the journal; used by one thread.
record RowPages(JournalReader journal, Filter filter, Cancellation cancellation) {
    private static final int LOOKED_THROUGH_AT_ONCE = 4_096;

    /// The matches next to a seq, in ascending seq.
    ///
    /// @param full whether there are as many as were asked for
    /// @param damage met beyond them, with no match that can be read behind it; null when none was
    record Found(
            List<EntryRow> rows, boolean full, @Nullable DamagedException damage) {
        Found {
            rows = List.copyOf(rows);
        }

        /// Whether no match lies beyond them; not said where damage may hide one.
        boolean ended() {
            return !full && damage == null;
        }

        /// The same.
        ///
        /// @throws DamagedException when there is nothing but damage
        Found orThrow() {
            if (rows.isEmpty() && damage != null) {
                throw damage;
            }
            return this;
        }
    }

    /// Finds the matches next to a seq; fewer than `max` only where no more can be read.
    Found page(long fromSeq, Direction direction, int max) {
        boolean forward = direction == Direction.FORWARD;
        List<EntryRow> rows = new ArrayList<>();
        OptionalLong next = OptionalLong.of(fromSeq);
        DamagedException damage = null;
        while (next.isPresent() && rows.size() < max) {
            long from = next.getAsLong();
            try {
                List<Row> found = read(filter, from, direction, max - rows.size());
                add(rows, found, forward, damage != null);
                damage = found.isEmpty() ? damage : null;
                next = endsAtDamage(found, forward) ? beyond(found, forward) : OptionalLong.empty();
            } catch (DamagedException e) {
                damage = e;
                next = behindDamage(from, direction);
            }
        }
        return new Found(rows, rows.size() >= max, damage);
    }

    private static boolean endsAtDamage(List<Row> found, boolean forward) {
        return !found.isEmpty() && farthest(found, forward).atDamage();
    }

    private static Row farthest(List<Row> found, boolean forward) {
        return forward ? found.getLast() : found.getFirst();
    }

    private static void add(List<EntryRow> rows, List<Row> found, boolean forward, boolean pastDamage) {
        int nearest = forward ? 0 : found.size() - 1;
        for (int i = 0; i < found.size(); i++) {
            EntryRow row = EntryRow.of(found.get(i));
            rows.add(forward ? rows.size() : i, pastDamage && i == nearest ? row.behindDamage() : row);
        }
    }

    private static OptionalLong beyond(List<Row> found, boolean forward) {
        long seq = farthest(found, forward).entry().seq();
        boolean last = seq == (forward ? Long.MAX_VALUE : Long.MIN_VALUE);
        return last ? OptionalLong.empty() : OptionalLong.of(seq + (forward ? 1 : -1));
    }

    /// Where in that direction entries can be read again behind the first damaged part; empty when nothing there
    /// is damaged, or nothing behind it can be read. It is looked for in ever longer steps and then between the
    /// last two: a few entries between two damaged parts may be passed over.
    private OptionalLong behindDamage(long seq, Direction direction) {
        OptionalLong damaged = firstDamaged(seq, direction);
        if (damaged.isEmpty()) {
            return OptionalLong.empty();
        }
        JournalState state = journal.state();
        boolean forward = direction == Direction.FORWARD;
        long from = damaged.getAsLong();
        long start = forward ? Math.max(from, state.firstSeq()) : Math.min(from, state.latestSeq());
        // Without a sign: there are more seqs than a signed number can count.
        long most = forward ? state.latestSeq() - start : start - state.firstSeq();
        boolean beyond = forward ? start > state.latestSeq() : start < state.firstSeq();
        if (beyond) {
            return OptionalLong.empty();
        }
        long bad = 0;
        long good = 0;
        while (good == 0) {
            if (bad == most) {
                return OptionalLong.empty();
            }
            long step = Long.compareUnsigned(bad, most >>> 1) >= 0 ? most : Math.max(1, bad << 1);
            if (isReadable(forward ? start + step : start - step, direction)) {
                good = step;
            } else {
                bad = step;
            }
        }
        while (good - bad > 1) {
            long middle = bad + (good - bad >>> 1);
            if (isReadable(forward ? start + middle : start - middle, direction)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return OptionalLong.of(forward ? start + good : start - good);
    }

    /// Where in that direction the first damaged part begins; empty when all can be read. Looks at every entry up
    /// to there, as what a filter wants may lie far before it.
    private OptionalLong firstDamaged(long seq, Direction direction) {
        boolean forward = direction == Direction.FORWARD;
        OptionalLong next = OptionalLong.of(seq);
        while (next.isPresent()) {
            long from = next.getAsLong();
            try {
                List<Row> found = read(Filter.ALL, from, direction, LOOKED_THROUGH_AT_ONCE);
                boolean more = found.size() == LOOKED_THROUGH_AT_ONCE || endsAtDamage(found, forward);
                next = more ? beyond(found, forward) : OptionalLong.empty();
            } catch (DamagedException here) {
                return next;
            }
        }
        return OptionalLong.empty();
    }

    /// Whether the first entry from the seq on can be read, or there is none.
    private boolean isReadable(long seq, Direction direction) {
        try {
            read(Filter.ALL, seq, direction, 1);
            return true;
        } catch (DamagedException itIsNot) {
            return false;
        }
    }

    private List<Row> read(Filter wanted, long fromSeq, Direction direction, int max) {
        return journal.page(
                new PageRequest(wanted, fromSeq, direction, max, PageRequest.CELL_VALUE_CHARS), cancellation);
    }
}
