package clasp.journal.ui.detail;

import clasp.journal.store.Row;
import java.util.List;

/// Some entries of one address, with none left out between them that can be read. Immutable.
///
/// @param rows newest first
/// @param moreNewer whether there may be newer ones beyond
/// @param moreOlder whether there may be older ones beyond
/// @param damaged whether some may be lost between them or at an end, as the file is damaged there
record HistoryWindow(String address, List<Row> rows, boolean moreNewer, boolean moreOlder, boolean damaged, Plot plot) {
    /// No window is larger.
    static final int MOST = 4_000;

    HistoryWindow {
        rows = List.copyOf(rows);
    }

    /// @param ascending in seq order
    static HistoryWindow of(
            String address, List<Row> ascending, boolean moreNewer, boolean moreOlder, boolean damaged) {
        return new HistoryWindow(address, ascending.reversed(), moreNewer, moreOlder, damaged, Plot.of(ascending));
    }

    boolean whole() {
        return !moreNewer && !moreOlder;
    }

    boolean holds(long seq) {
        return indexOf(seq) >= 0;
    }

    /// Where the entry stands in the rows; negative when it does not.
    int indexOf(long seq) {
        int low = 0;
        int high = rows.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = rows.get(middle).entry().seq();
            if (found == seq) {
                return middle;
            }
            if (found > seq) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    long newestSeq() {
        return rows.isEmpty() ? Long.MIN_VALUE : rows.getFirst().entry().seq();
    }

    long oldestSeq() {
        return rows.isEmpty() ? Long.MAX_VALUE : rows.getLast().entry().seq();
    }
}
