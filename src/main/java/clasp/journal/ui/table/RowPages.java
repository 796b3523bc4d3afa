package clasp.journal.ui.table;

import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Damage;
import clasp.journal.store.DamagedException;
import clasp.journal.store.Direction;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Reads rows page by page, ready to be shown. What of the file is damaged at the place where it reads is passed over:
/// the rows at both sides of that are neighbours. Blocks on the journal; used by one thread.
record RowPages(JournalReader journal, Filter filter, Cancellation cancellation) {
    /// The matches next to a seq, in ascending seq; fewer than `max` only where there are no more that can be read.
    List<EntryRow> page(long fromSeq, Direction direction, int max) {
        boolean forward = direction == Direction.FORWARD;
        List<EntryRow> rows = new ArrayList<>();
        OptionalLong next = OptionalLong.of(fromSeq);
        boolean pastDamage = false;
        while (next.isPresent() && rows.size() < max) {
            long from = next.getAsLong();
            try {
                List<Row> found = read(filter, from, direction, max - rows.size());
                add(rows, found, forward, pastDamage);
                // A page also ends where the file is damaged behind it.
                boolean more = !found.isEmpty() && journal.damage() == Damage.MET;
                next = more ? beside(forward ? rows.getLast() : rows.getFirst(), forward) : OptionalLong.empty();
                pastDamage = false;
            } catch (DamagedException e) {
                next = behindDamage(from, direction);
                pastDamage = true;
                if (next.isEmpty() && rows.isEmpty()) {
                    throw e;
                }
            }
        }
        return rows;
    }

    private static void add(List<EntryRow> rows, List<Row> found, boolean forward, boolean pastDamage) {
        int nearest = forward ? 0 : found.size() - 1;
        for (int i = 0; i < found.size(); i++) {
            EntryRow row = EntryRow.of(found.get(i));
            rows.add(forward ? rows.size() : i, pastDamage && i == nearest ? row.behindDamage() : row);
        }
    }

    private static OptionalLong beside(EntryRow row, boolean forward) {
        boolean last = row.seq() == (forward ? Long.MAX_VALUE : Long.MIN_VALUE);
        return last ? OptionalLong.empty() : OptionalLong.of(row.seq() + (forward ? 1 : -1));
    }

    /// Where in that direction entries can be read again; empty when nothing is damaged at the seq itself, or nothing
    /// behind it can be read. It is looked for in ever longer steps and then between the last two: a few entries
    /// between two damaged parts may be passed over.
    private OptionalLong behindDamage(long seq, Direction direction) {
        JournalState state = journal.state();
        boolean forward = direction == Direction.FORWARD;
        long start = forward ? Math.max(seq, state.firstSeq()) : Math.min(seq, state.latestSeq());
        // Without a sign: there are more seqs than a signed number can count.
        long most = forward ? state.latestSeq() - start : start - state.firstSeq();
        boolean beyond = forward ? start > state.latestSeq() : start < state.firstSeq();
        if (beyond || isReadable(start, direction)) {
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
