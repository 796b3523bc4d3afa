package clasp.journal.ui.table;

import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import clasp.journal.store.Direction;
import clasp.journal.store.JournalReader;
import clasp.journal.store.MissingEntriesException;
import clasp.journal.store.PageRequest;
import clasp.journal.store.ReadableRows;
import clasp.journal.store.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads rows page by page, ready to be shown. What of the file is damaged at the place where it reads is passed over:
/// the rows at both sides of that are neighbours. Blocks on the journal; used by one thread.
record RowPages(JournalReader journal, Filter filter, Cancellation cancellation) {

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
        ReadableRows.Found found = new ReadableRows(journal, filter, PageRequest.CELL_VALUE_CHARS, cancellation)
                .page(fromSeq, direction, max);
        List<EntryRow> rows =
                found.rows().stream().map(row -> shown(row, found)).toList();
        return new Found(rows, found.full(), found.damage());
    }

    /// Whether the entry with this seq is lost, or may be: the file is damaged where it belongs.
    boolean isLost(long seq) {
        try {
            journal.scan(Filter.ALL, new SeqRange(seq, seq), entry -> true, cancellation);
            return false;
        } catch (MissingEntriesException | DamagedException e) {
            return true;
        }
    }

    private static EntryRow shown(Row row, ReadableRows.Found found) {
        EntryRow shown = EntryRow.of(row);
        return found.behind().contains(row.entry().seq()) ? shown.behindDamage() : shown;
    }
}
