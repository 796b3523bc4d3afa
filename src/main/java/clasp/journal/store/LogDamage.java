package clasp.journal.store;

/// Why committed content of a log is not read any more. Immutable.
///
/// @param cause what is wrong with the log
/// @param frames how many committed pieces nobody reads, or nobody would read
/// @param at the number of the damaged piece, or of the one within or after which the log ends; counted from 1, 0 where
///     none is meant
/// @param readable whether all of these pieces are there as they were written, so that what they hold is known
public record LogDamage(Cause cause, long frames, long at, boolean readable) {
    public static final LogDamage NONE = new LogDamage(Cause.NONE, 0, 0, true);

    /// What is wrong with a log.
    public enum Cause {
        NONE,
        /// Its beginning is damaged, which hides all of it.
        HEADER,
        /// A piece is damaged, which hides all that follow.
        FRAME,
        /// It ends within a piece that completes a transaction.
        CUT,
        /// It ends before the last piece that is known to have been committed.
        SHORTER,
        /// It ends within a piece of a transaction that is not complete in it: its writer was stopped, or it is cut
        /// off.
        UNFINISHED,
        /// It is not there, though pieces are known to have been committed to it that the database does not have.
        MISSING,
        /// A piece is damaged (0: its beginning) while its writer has it open: nothing is lost before that is killed.
        IN_USE
    }

    /// Whether something committed is known to be lost.
    public boolean loses() {
        return frames > 0 && cause != Cause.IN_USE;
    }
}
