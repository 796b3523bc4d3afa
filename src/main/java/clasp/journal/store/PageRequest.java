package clasp.journal.store;

import clasp.journal.query.Filter;

/// Asks for matching entries next to a seq.
///
/// @param fromSeq inclusive; when that seq is missing or does not match, the page begins at the next that does
/// @param direction FORWARD: the matches with seq >= fromSeq; BACKWARD: those with seq <= fromSeq, nearest first chosen
/// @param maxEntries at most this many, at least 1
/// @param maxValueChars longer values are cut to this many characters, see [Row#valueCut()]
public record PageRequest(Filter filter, long fromSeq, Direction direction, int maxEntries, int maxValueChars) {
    /// Enough of a value for a table cell.
    public static final int CELL_VALUE_CHARS = 2_000;

    public static PageRequest forward(Filter filter, long fromSeq, int maxEntries) {
        return new PageRequest(filter, fromSeq, Direction.FORWARD, maxEntries, CELL_VALUE_CHARS);
    }

    public static PageRequest backward(Filter filter, long fromSeq, int maxEntries) {
        return new PageRequest(filter, fromSeq, Direction.BACKWARD, maxEntries, CELL_VALUE_CHARS);
    }
}
