package clasp.journal.store.sqlite;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Walks down a table's tree of pages to its leaves, in the order of their rows, by SQLite's file format.
/// Used by one thread.
final class TableLeaves {
    static final int LEAF = 0x0D;
    private static final int INTERIOR = 0x05;
    /// SQLite's own limit is 20.
    private static final int MOST_LEVELS = 24;

    private record Level(byte[] page, int cell) {
        /// No row of the child is as low as this one; the least for the first child.
        long before() throws IOException {
            return cell == 0 ? Long.MIN_VALUE : Bytes.varint(page, place(page, cell - 1) + 4);
        }

        /// The last row that may be in the child; the greatest for the last child, for which the level above tells.
        long last() throws IOException {
            return cell == cells(page) ? Long.MAX_VALUE : Bytes.varint(page, place(page, cell) + 4);
        }
    }

    private final PageFile pages;
    private final Deque<Level> path = new ArrayDeque<>();

    TableLeaves(PageFile pages) {
        this.pages = pages;
    }

    /// The leaves from the one on that holds the row, or the next row.
    ///
    /// @param root number of the page that the tree begins with
    /// @param last of the rows that are wanted
    /// @param most at most so many, at least 1
    /// @return fewer only at the table's end, or when the last row is among them
    /// @throws IOException also when the tree is not as it should be
    List<byte[]> from(long root, long row, long last, int most) throws IOException {
        List<byte[]> found = new ArrayList<>(most);
        path.clear();
        byte[] leaf = down(root, row);
        found.add(leaf);
        while (found.size() < most && !path.isEmpty() && !reaches(found.getLast(), last)) {
            Level level = path.pop();
            int next = level.cell() + 1;
            if (next <= cells(level.page())) {
                path.push(new Level(level.page(), next));
                found.add(down(child(level.page(), next), Long.MIN_VALUE));
            }
        }
        return found;
    }

    private static boolean reaches(byte[] leaf, long last) {
        int rows = LeafRow.rows(leaf);
        return rows > 0 && LeafRow.seq(leaf, rows - 1) >= last;
    }

    private byte[] down(long number, long row) throws IOException {
        byte[] page = pages.page(number);
        while ((page[0] & 0xFF) == INTERIOR) {
            if (path.size() > MOST_LEVELS) {
                throw new IOException("The tree of pages has no end");
            }
            int cell = cell(page, row);
            path.push(new Level(page, cell));
            page = pages.page(child(page, cell));
        }
        if ((page[0] & 0xFF) != LEAF) {
            throw new IOException("A page of the table's tree is none");
        }
        int rows = LeafRow.rows(page);
        for (Level level : path) {
            boolean fits = rows == 0
                    || LeafRow.seq(page, rows - 1) <= level.last()
                            && (level.cell() == 0 || LeafRow.seq(page, 0) > level.before());
            if (!fits) {
                throw new IOException("A row is in a leaf that it does not belong to");
            }
        }
        return page;
    }

    /// The first cell whose rows may reach to this one; the number of cells for the last child, which has none.
    private static int cell(byte[] page, long row) throws IOException {
        int low = 0;
        int high = cells(page);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Bytes.varint(page, place(page, middle) + 4) < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int cells(byte[] page) throws IOException {
        int cells = Bytes.unsigned16(page, 3);
        if (12 + 2 * cells > page.length) {
            throw new IOException("A page has more cells than it can have");
        }
        return cells;
    }

    private static int place(byte[] page, int cell) throws IOException {
        int place = Bytes.unsigned16(page, 12 + 2 * cell);
        if (place + 5 > page.length || place < 12) {
            throw new IOException("A cell lies outside of its page");
        }
        return place;
    }

    private static long child(byte[] page, int cell) throws IOException {
        return Bytes.unsigned32(page, cell == cells(page) ? 8 : place(page, cell));
    }
}
