package clasp.journal.ui.table;

import java.util.ArrayList;
import java.util.List;

/// The rows around those on screen: a run of matches in seq order with none left out in between that can be read, and
/// where in it the screen begins. However large the journal, this holds at most [#CAPACITY] rows.
///
/// Positions are indexes into the run. The top may lie outside of it while the rows there are being loaded; once the
/// run is known to reach the first (or last) match, the top cannot leave it on that side. Rows that come in above the
/// top move it along, so that the screen stands still. Confined to the FX thread.
final class RowWindow {
    static final int CAPACITY = 4_096;

    private final List<EntryRow> rows = new ArrayList<>();
    private boolean startReached;
    private boolean endReached;
    private long searchedTo = Long.MIN_VALUE;
    private int top;
    private int visible = 1;

    int size() {
        return rows.size();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    EntryRow get(int index) {
        return rows.get(index);
    }

    EntryRow first() {
        return rows.getFirst();
    }

    EntryRow last() {
        return rows.getLast();
    }

    boolean holds(int index) {
        return index >= 0 && index < rows.size();
    }

    /// Whether no match lies before the first row.
    boolean startReached() {
        return startReached;
    }

    /// Whether no match lies after the last row.
    boolean endReached() {
        return endReached;
    }

    /// Every match from the first row up to this seq is in the run, so that looking for more can begin behind it. With
    /// few matches in a growing journal that is far beyond the last row.
    long searchedTo() {
        return searchedTo;
    }

    /// Whether there is, or may be, a row at the index.
    boolean reaches(int index) {
        return holds(index) || (index < 0 ? !startReached : !endReached);
    }

    /// Index of the first row on screen.
    int top() {
        return top;
    }

    int visible() {
        return visible;
    }

    /// How many rows the screen has room for.
    void setVisible(int count) {
        visible = Math.max(1, count);
        scrollTo(top);
    }

    void scrollTo(int index) {
        int lowest = startReached ? 0 : Integer.MIN_VALUE;
        int highest = endReached ? Math.max(rows.size() - visible, lowest) : Integer.MAX_VALUE;
        top = Math.clamp(index, lowest, Math.max(lowest, highest));
    }

    /// Moves the top as little as it takes to have the row on screen.
    void scrollIntoView(int index) {
        if (index < top) {
            scrollTo(index);
        } else if (index >= top + visible) {
            scrollTo(index - visible + 1);
        }
    }

    /// Rows that are loaded above the top, and below the last row on screen; negative when some on screen are missing.
    int spareAbove() {
        return top;
    }

    int spareBelow() {
        return rows.size() - top - visible;
    }

    void clear() {
        place(List.of(), false, false, Long.MIN_VALUE, 0);
    }

    /// Replaces all rows.
    /// @param searched up to which seq, at least, the matches are among them
    void place(List<EntryRow> page, boolean start, boolean end, long searched, int newTop) {
        rows.clear();
        rows.addAll(page);
        startReached = start;
        endReached = end;
        searchedTo = searched;
        scrollTo(newTop);
    }

    /// Adds the matches that follow the last row.
    /// @param end whether no match follows them
    /// @param searched up to which seq, at least, the matches are among them
    void append(List<EntryRow> page, boolean end, long searched) {
        rows.addAll(page);
        endReached = end;
        searchedTo = searched;
        int excess = Math.min(rows.size() - CAPACITY, top);
        if (excess > 0) {
            rows.subList(0, excess).clear();
            startReached = false;
            top -= excess;
        }
        scrollTo(top);
    }

    /// Adds the matches that precede the first row.
    /// @param start whether no match precedes them
    void prepend(List<EntryRow> page, boolean start) {
        rows.addAll(0, page);
        startReached = start;
        top += page.size();
        int keep = Math.max(CAPACITY, top + visible);
        if (rows.size() > keep) {
            rows.subList(keep, rows.size()).clear();
            endReached = false;
            searchedTo = rows.getLast().seq();
        }
        scrollTo(top);
    }

    /// The journal has grown: more matches may follow the last row.
    void grown() {
        endReached = false;
    }

    /// Every entry below this seq has left the journal.
    void evictBelow(long seq) {
        int index = indexOf(seq);
        int gone = index >= 0 ? index : -index - 1;
        if (gone > 0) {
            rows.subList(0, gone).clear();
            startReached = true;
            scrollTo(top - gone);
        }
    }

    /// The index of the row with this seq; else `-(index of the first row beyond it) - 1`.
    int indexOf(long seq) {
        int low = 0;
        int high = rows.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = rows.get(middle).seq();
            if (found == seq) {
                return middle;
            }
            if (found < seq) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }
}
