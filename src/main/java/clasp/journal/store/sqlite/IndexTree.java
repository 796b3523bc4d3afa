package clasp.journal.store.sqlite;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Walks through an index's tree of pages in the order of its entries, by SQLite's file format. Unlike a table's, the
/// pages above the leaves hold entries as well: each stands between those of two pages below. Used by one thread.
final class IndexTree {
    /// SQLite's own limit is 20.
    private static final int MOST_LEVELS = 24;

    private static final int MOST_KEPT = 1_024;

    private record Level(byte[] page, int cell) {}

    /// Entries of a page that follow each other in the index.
    ///
    /// @param end the first one that does not belong to them
    record Run(byte[] page, int begin, int end) {}

    private final PageFile pages;
    private final IndexCell cell;
    private final Deque<Level> path = new ArrayDeque<>();
    private final Map<Long, byte[]> inner = new HashMap<>();

    IndexTree(PageFile pages) {
        this.pages = pages;
        this.cell = new IndexCell(pages.usable());
    }

    /// How many bytes of each page SQLite uses.
    int usable() {
        return pages.usable();
    }

    /// What was found.
    ///
    /// @param finished how many stretches are done
    /// @param begun whether the last runs are of the one behind these, and it goes on behind them
    record Found(List<Run> runs, int finished, boolean begun) {}

    /// The entries of the stretches, one after the other.
    ///
    /// @param root number of the page that the tree begins with
    /// @param most about so many pages are read, and the rest is left for later
    /// @throws IOException also when the tree is not as it should be
    Found find(long root, Iterable<IndexStretch> stretches, int most) throws IOException {
        List<Run> runs = new ArrayList<>();
        int finished = 0;
        for (IndexStretch stretch : stretches) {
            if (runs.size() >= most) {
                break;
            }
            if (!find(root, stretch, most, runs)) {
                return new Found(runs, finished, true);
            }
            finished++;
        }
        return new Found(runs, finished, false);
    }

    /// @return whether that is all of the stretch
    private boolean find(long root, IndexStretch stretch, int most, List<Run> runs) throws IOException {
        int before = runs.size();
        path.clear();
        down(root, stretch.from(), before, runs);
        while (!path.isEmpty()) {
            boolean any = runs.size() > before;
            if (any && reaches(runs.getLast(), stretch.to())) {
                break;
            }
            if (any && runs.size() >= most) {
                return false;
            }
            Level level = path.pop();
            byte[] page = level.page();
            if (level.cell() < IndexCell.cells(page)) {
                add(new Run(page, level.cell(), level.cell() + 1), before, runs);
                path.push(new Level(page, level.cell() + 1));
                down(child(page, level.cell() + 1), null, before, runs);
            }
        }
        if (runs.size() > before) {
            Run last = runs.removeLast();
            runs.add(new Run(
                    last.page(),
                    last.begin(),
                    Math.min(last.end(), first(last.page(), stretch.to().next()))));
        }
        return true;
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

    private boolean reaches(Run run, IndexStretch.Key last) throws IOException {
        cell.take(run.page(), run.end() - 1);
        return cell.compareTo(last) >= 0;
    }

    /// To the leaf below a page in which the key stands, or would stand; to the first one without a key.
    private void down(long number, IndexStretch.@Nullable Key from, int before, List<Run> runs) throws IOException {
        byte[] page = page(number);
        while (page[0] == IndexCell.INTERIOR) {
            if (path.size() > MOST_LEVELS) {
                throw new IOException("The tree of pages has no end");
            }
            int first = from == null ? 0 : first(page, from);
            path.push(new Level(page, first));
            page = page(child(page, first));
        }
        int end = IndexCell.cells(page);
        // Only an index without any entry has a leaf without one, and nothing stands above it.
        if (page[0] != IndexCell.LEAF || end == 0 && !path.isEmpty()) {
            throw new IOException("A page of the index's tree is none");
        }
        int begin = from == null ? 0 : first(page, from);
        if (begin < end) {
            add(new Run(page, begin, end), before, runs);
        }
    }

    /// @param before so many runs belong to other stretches
    /// @throws IOException when the run does not go on where the last one ended
    private void add(Run run, int before, List<Run> runs) throws IOException {
        if (runs.size() > before) {
            Run last = runs.getLast();
            cell.take(last.page(), last.end() - 1);
            IndexStretch.Key key = cell.key();
            cell.take(run.page(), run.begin());
            if (cell.compareTo(key) <= 0) {
                throw new IOException("The entries of the index are not in order");
            }
        }
        runs.add(run);
    }

    /// Those above the leaves are come by again and again.
    private byte[] page(long number) throws IOException {
        byte[] known = inner.get(number);
        if (known != null) {
            return known;
        }
        byte[] page = pages.page(number);
        if (page[0] == IndexCell.INTERIOR && inner.size() < MOST_KEPT) {
            inner.put(number, page);
        }
        return page;
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
