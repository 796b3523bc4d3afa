package clasp.journal.ui.table;

import clasp.journal.store.Direction;
import java.util.ArrayList;
import java.util.List;

/// The rows that a jump found. Immutable.
///
/// @param startReached whether no match precedes them
/// @param endReached whether no match follows them
/// @param target index of the row that was jumped to; the last row's when no match lies at or beyond it
/// @param top index of the row that belongs on top
record Landing(List<EntryRow> rows, boolean startReached, boolean endReached, int target, int top) {
    Landing {
        rows = List.copyOf(rows);
    }

    /// Finds the rows, with at least a screen full of them where there are as many. Blocks on the journal.
    static Landing find(RowPages pages, Jump jump, int visible) {
        return switch (jump) {
            case Jump.ToStart() -> {
                List<EntryRow> rows = pages.page(Long.MIN_VALUE, Direction.FORWARD, RowLoader.PAGE);
                yield new Landing(rows, true, rows.size() < RowLoader.PAGE, 0, 0);
            }
            case Jump.ToEnd() -> {
                int wanted = Math.max(RowLoader.PAGE, visible);
                List<EntryRow> rows = pages.page(Long.MAX_VALUE, Direction.BACKWARD, wanted);
                int last = Math.max(0, rows.size() - 1);
                yield new Landing(rows, rows.size() < wanted, true, last, rows.size() - visible);
            }
            case Jump.ToSeq(long seq, int above) -> around(pages, seq, above, visible);
        };
    }

    private static Landing around(RowPages pages, long seq, int above, int visible) {
        List<EntryRow> after = pages.page(seq, Direction.FORWARD, RowLoader.PAGE);
        int wanted = after.size() < visible ? Math.max(RowLoader.PAGE, visible) : above;
        if (wanted == 0 || seq == Long.MIN_VALUE) {
            return new Landing(after, seq == Long.MIN_VALUE, after.size() < RowLoader.PAGE, 0, 0);
        }
        List<EntryRow> before = pages.page(seq - 1, Direction.BACKWARD, wanted);
        List<EntryRow> rows = new ArrayList<>(before);
        rows.addAll(after);
        int target = Math.max(0, Math.min(before.size(), rows.size() - 1));
        return new Landing(rows, before.size() < wanted, after.size() < RowLoader.PAGE, target, target - above);
    }
}
