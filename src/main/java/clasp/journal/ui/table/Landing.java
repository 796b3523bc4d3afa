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
                RowPages.Found found = pages.page(Long.MIN_VALUE, Direction.FORWARD, RowLoader.PAGE)
                        .orThrow();
                yield new Landing(found.rows(), true, found.ended(), 0, 0);
            }
            case Jump.ToEnd() -> {
                int wanted = Math.max(RowLoader.PAGE, visible);
                RowPages.Found found =
                        pages.page(Long.MAX_VALUE, Direction.BACKWARD, wanted).orThrow();
                int size = found.rows().size();
                yield new Landing(found.rows(), found.ended(), true, Math.max(0, size - 1), size - visible);
            }
            case Jump.ToSeq(long seq, int above) -> around(pages, seq, above, visible);
        };
    }

    private static Landing around(RowPages pages, long seq, int above, int visible) {
        RowPages.Found after = pages.page(seq, Direction.FORWARD, RowLoader.PAGE);
        int wanted = after.rows().size() < visible ? Math.max(RowLoader.PAGE, visible) : above;
        if (wanted == 0 || seq == Long.MIN_VALUE) {
            return new Landing(after.orThrow().rows(), seq == Long.MIN_VALUE, after.ended(), 0, 0);
        }
        RowPages.Found before = pages.page(seq - 1, Direction.BACKWARD, wanted);
        if (before.rows().isEmpty()) {
            after.orThrow();
        }
        if (after.rows().isEmpty()) {
            before.orThrow();
        }
        List<EntryRow> rows = new ArrayList<>(before.rows());
        rows.addAll(after.rows());
        if (!after.rows().isEmpty()) {
            EntryRow first = after.rows().getFirst();
            // A search that begins at a seq which is damaged itself passes it by.
            boolean lost = first.seq() > seq && !first.pastDamage() && pages.isLost(seq);
            rows.set(before.rows().size(), lost ? first.behindDamage() : first);
        }
        int target = Math.max(0, Math.min(before.rows().size(), rows.size() - 1));
        return new Landing(rows, before.ended(), after.ended(), target, target - above);
    }
}
