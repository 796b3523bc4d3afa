package clasp.journal.store.sqlite;

/// The number of a row in a page that may be damaged. Immutable.
///
/// @param byPlace what the place of the row among the others tells; the stored one where it tells nothing
record RowNumber(long stored, long byPlace, Numbering numbering) {}
