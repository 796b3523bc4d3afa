package clasp.journal.ui.table;

/// Where the table shall show rows next. Immutable.
sealed interface Jump {
    /// The first match on top.
    record ToStart() implements Jump {}

    /// The last match at the bottom.
    record ToEnd() implements Jump {}

    /// The match with this seq, or the next after it.
    ///
    /// @param rowsAbove how many rows shall stand above it
    record ToSeq(long seq, int rowsAbove) implements Jump {}
}
