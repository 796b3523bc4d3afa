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
    private long lead;
    private boolean begun;
    /// The last row before the one that is held.
    private @Nullable Long known;

    /// How many rows were passed over before the one that is held, and behind it.
    private int passedBefore;

    private int passedBehind;
    /// The lowest seq of those that came behind a higher one.
    private long lowestBefore = Long.MAX_VALUE;

    private long lowestBehind = Long.MAX_VALUE;
    /// The widest step from one right row to the next.
    private @Nullable Jump widest;

    /// @param range what is wanted: what lies before it was read already, and may be given once more at first
    InOrder(SeqRange range) {
        this(range, Long.MIN_VALUE);
    }

    /// @param before the seq of the row before; the least there is where that is not known
    InOrder(SeqRange range, long before) {
        this.range = range;
        this.lead = before;
        this.known = before == Long.MIN_VALUE ? null : Long.valueOf(before);
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
        if (before == null) {
            first(seq, row);
            return null;
        }
        if (!begun && seq < least && seq > lead) {
            // Still before what is wanted: the one that is held went too far.
            passOverHeld();
            first(seq, row);
            return null;
        }
        // Of two that have one seq it is that of the first where this follows without a gap.
        if (seq < least || seq == before.seq() && known != null && seq == known + 1) {
            passedBehind++;
            lowestBehind = Math.min(lowestBehind, seq);
            limit();
            return null;
        }
        if (seq <= before.seq()) {
            passOverHeld();
            held = new Numbered<>(seq, row);
            return null;
        }
        confirm(before);
        held = new Numbered<>(seq, row);
        return before;
    }

    private void passOverHeld() throws SQLException {
        passedBefore += passedBehind + 1;
        lowestBefore = Math.min(lowestBefore, lowestBehind);
        passedBehind = 0;
        lowestBehind = Long.MAX_VALUE;
        held = null;
        limit();
    }

    private void first(long seq, R row) throws SQLException {
        if (seq >= least) {
            held = new Numbered<>(seq, row);
            return;
        }
        // Reading may begin before what is wanted.
        if (seq <= lead) {
            passedBefore++;
            limit();
        }
        lead = Math.max(lead, seq);
        known = lead;
    }

    /// Takes the last one for right, as where the table ends.
    @Nullable
    Numbered<R> end() {
        Numbered<R> last = held;
        held = null;
        if (last != null) {
            confirm(last);
        }
        if (passedBefore > 0) {
            passOver(range.last() == Long.MAX_VALUE ? null : Long.valueOf(range.last() + 1));
        }
        return last;
    }

    /// Judges a row.
    @FunctionalInterface
    interface Judge<R> {
        boolean isRight(Numbered<R> row) throws SQLException;
    }

    /// Takes the last one, behind which none is asked for or can be read, for right when that says so, and passes it
    /// over when not. Null then, and where there is none.
    @Nullable
    Numbered<R> endJudged(Judge<R> judge) throws SQLException {
        Numbered<R> last = held;
        if (last != null && !judge.isRight(last)) {
            passOverHeld();
        }
        return held == null ? null : end();
    }

    /// Between which seqs rows were passed over.
    List<DamagedPart> passedOver() {
        return List.copyOf(passedOver);
    }

    private void limit() throws SQLException {
        if (passedBefore + passedBehind > MOST_PASSED) {
            throw JdbcErrors.disorder();
        }
    }

    private void confirm(Numbered<R> row) {
        begun = true;
        if (passedBefore > 0) {
            passOver(row.seq());
        }
        if (confirmed != null) {
            Jump jump = new Jump(confirmed, row.seq());
            widest = widest == null || jump.isWiderThan(widest) ? jump : widest;
        }
        passedBefore = passedBehind;
        lowestBefore = lowestBehind;
        passedBehind = 0;
        lowestBehind = Long.MAX_VALUE;
        confirmed = row.seq();
        known = confirmed;
        least = Math.max(row.seq(), row.seq() + 1);
    }

    /// Where no seq lies between, nothing is missing there. But where more rows were passed over than seqs lie between,
    /// it is those behind which they came that are not where their seqs say.
    private void passOver(@Nullable Long before) {
        Long after = confirmed;
        if (after != null && before != null && lowestBefore <= after && passedBefore > before - after - 1) {
            after = widest == null ? lowestBefore - 1 : Math.min(widest.from(), lowestBefore - 1);
        }
        if (after == null || before == null || after + 1 < before) {
            passedOver.add(new DamagedPart(after, before));
        }
        passedBefore = 0;
        lowestBefore = Long.MAX_VALUE;
    }
}
