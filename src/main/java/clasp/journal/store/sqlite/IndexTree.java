package clasp.journal.store.sqlite;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Walks through an index's tree of pages in the order of its entries, by SQLite's file format. Unlike a table's, the
/// pages above the leaves hold entries as well: each stands between those of two pages below. Used by one thread.
final class IndexTree {
    /// SQLite's own limit is 20.
    private static final int MOST_LEVELS = 24;

    private record Level(byte[] page, int cell) {}

    /// Entries of a page that follow each other in the index.
    ///
    /// @param end the first one that does not belong to them
    record Run(byte[] page, int begin, int end) {}

    private final PageFile pages;
    private final IndexCell cell;
    private final Deque<Level> path = new ArrayDeque<>();

    IndexTree(PageFile pages) {
        this.pages = pages;
        this.cell = new IndexCell(pages.usable());
    }

    /// How many bytes of each page SQLite uses.
    int usable() {
        return pages.usable();
    }

    /// What was found of a stretch.
    ///
    /// @param more whether it goes on behind the last of them
    record Found(List<Run> runs, boolean more) {}

    /// The entries of the stretch, from its begin on.
    ///
    /// @param root number of the page that the tree begins with
    /// @param most about so many pages are read, and the rest is left for later
    /// @throws IOException also when the tree is not as it should be
    Found find(long root, IndexStretch stretch, int most) throws IOException {
        List<Run> found = new ArrayList<>();
        path.clear();
        down(root, stretch.from(), found);
        while (found.size() < most && !path.isEmpty() && !reaches(found, stretch.to())) {
            Level level = path.pop();
            byte[] page = level.page();
            if (level.cell() < IndexCell.cells(page)) {
                found.add(new Run(page, level.cell(), level.cell() + 1));
                path.push(new Level(page, level.cell() + 1));
                down(child(page, level.cell() + 1), stretch.from(), found);
            }
        }
        boolean more = !path.isEmpty() && !reaches(found, stretch.to());
        if (!more && !found.isEmpty()) {
            Run last = found.removeLast();
            found.add(new Run(
                    last.page(),
                    last.begin(),
                    Math.min(last.end(), first(last.page(), stretch.to().next()))));
        }
        return new Found(found, more);
    }

    /// The stretch in pieces of about the same size, as many as the root tells apart.
    List<IndexStretch> cut(long root, IndexStretch stretch) throws IOException {
        List<IndexStretch> pieces = new ArrayList<>();
        byte[] page = pages.page(root);
        if (page[0] != IndexCell.INTERIOR) {
            return List.of(stretch);
        }
        IndexStretch rest = stretch;
        int end = first(page, stretch.to());
        for (int i = first(page, stretch.from()); i < end; i++) {
            cell.take(page, i);
            pieces.add(new IndexStretch(rest.from(), cell.key()));
            rest = rest.after(cell.key());
        }
        pieces.add(rest);
        return pieces;
    }

    private boolean reaches(List<Run> found, IndexStretch.Key last) throws IOException {
        if (found.isEmpty()) {
            return false;
        }
        Run run = found.getLast();
        cell.take(run.page(), run.end() - 1);
        return cell.compareTo(last) >= 0;
    }

    /// To the leaf below a page in which the key stands, or would stand.
    private void down(long number, IndexStretch.Key from, List<Run> found) throws IOException {
        byte[] page = pages.page(number);
        while (page[0] == IndexCell.INTERIOR) {
            if (path.size() > MOST_LEVELS) {
                throw new IOException("The tree of pages has no end");
            }
            int first = first(page, from);
            path.push(new Level(page, first));
            page = pages.page(child(page, first));
        }
        if (page[0] != IndexCell.LEAF) {
            throw new IOException("A page of the index's tree is none");
        }
        int begin = first(page, from);
        int end = IndexCell.cells(page);
        if (begin < end) {
            found.add(new Run(page, begin, end));
        }
    }

    /// The first entry of a page that is not before the key; the number of entries when all are.
    private int first(byte[] page, IndexStretch.Key key) throws IOException {
        int low = 0;
        int high = IndexCell.cells(page);
        while (low < high) {
            int middle = (low + high) >>> 1;
            cell.take(page, middle);
            if (cell.compareTo(key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// What lies before an entry of the page; the last child stands before none.
    private static long child(byte[] page, int cell) throws IOException {
        return Bytes.unsigned32(page, cell == IndexCell.cells(page) ? 8 : IndexCell.place(page, cell));
    }
}
