package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells which of the rows that a table gives are where their seqs say, and passes over the others. A seq that is
/// damaged is not in the order of those around it, which SQLite does not notice: a row is known to be right only when
/// the one behind it has a higher seq. Used by one thread.
///
/// @param <R> what is read of a row
final class InOrder<R> {
    /// So many rows in a row that are not in order are not a few damaged seqs: in a damaged tree of pages the same ones
    /// can come again without end.
    private static final int MOST_PASSED = 1 << 16;

    /// One row.
    record Numbered<R>(long seq, R row) {}

    private final List<DamagedPart> passedOver = new ArrayList<>();
    private final SeqRange range;
    private @Nullable Numbered<R> held;
    private @Nullable Long confirmed;
    private long least;
    /// The highest seq before what is wanted that was given.
    private long lead = Long.MIN_VALUE;
    private int passed;

    /// @param range what is wanted: what lies before it was read already, and may be given once more at first
    InOrder(SeqRange range) {
        this.range = range;
        this.least = range.first();
        this.confirmed = least == Long.MIN_VALUE ? null : Long.valueOf(least - 1);
    }

    /// Takes the next row that the table gives.
    ///
    /// @return the one before it, if that is right; null when it is not, or not known yet
    /// @throws SQLException when there is no order in them at all
    @Nullable
    Numbered<R> next(long seq, R row) throws SQLException {
        Numbered<R> before = held;
        if (seq < least) {
            // Reading may begin before what is wanted.
            if (before != null || seq <= lead) {
                pass();
            }
            lead = Math.max(lead, seq);
            return null;
        }
        if (before == null || seq <= before.seq()) {
            if (before != null) {
                pass();
            }
            held = new Numbered<>(seq, row);
            return null;
        }
        confirm(before);
        held = new Numbered<>(seq, row);
        return before;
    }

    /// The last one, behind which the table gives no other; null when there is none.
    @Nullable
    Numbered<R> end() {
        Numbered<R> last = held;
        held = null;
        if (last != null) {
            confirm(last);
        } else if (passed > 0) {
            passedOver.add(new DamagedPart(confirmed, range.last() == Long.MAX_VALUE ? null : range.last() + 1));
        }
        return last;
    }

    /// Between which seqs rows were passed over.
    List<DamagedPart> passedOver() {
        return List.copyOf(passedOver);
    }

    private void pass() throws SQLException {
        if (++passed > MOST_PASSED) {
            throw JdbcErrors.disorder();
        }
    }

    private void confirm(Numbered<R> row) {
        if (passed > 0) {
            passedOver.add(new DamagedPart(confirmed, row.seq()));
            passed = 0;
        }
        confirmed = row.seq();
        least = Math.max(row.seq(), row.seq() + 1);
    }
}
