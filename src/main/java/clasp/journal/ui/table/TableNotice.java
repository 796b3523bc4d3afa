package clasp.journal.ui.table;

import clasp.journal.ui.fx.Notice;

/// What the table says in place of rows, or below them. Immutable.
sealed interface TableNotice {
    /// The rows speak for themselves.
    record None() implements TableNotice {}

    /// The first rows are on their way.
    record Loading() implements TableNotice {}

    /// The journal holds no entry.
    ///
    /// @param deletedUpTo the highest seq that it ever gave; 0 when it never held any
    record EmptyJournal(long deletedUpTo) implements TableNotice {}

    /// It holds some, but none that the query is after.
    record NoMatch(String query) implements TableNotice {}

    /// The user stopped the search before it came to an end.
    record Stopped() implements TableNotice {}

    /// Rows could not be loaded.
    record Failed(Notice failure) implements TableNotice {}

    TableNotice NONE = new None();
}
