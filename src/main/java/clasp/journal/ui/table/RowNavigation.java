package clasp.journal.ui.table;

import clasp.journal.model.Entry;
import clasp.journal.ui.table.TableSelection.Mode;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Moves the selected row through the rows, as keys and other screen parts ask for it. Confined to the FX thread.
final class RowNavigation {
    private final EntryRows rows;
    private final TableSelection selection;

    RowNavigation(EntryRows rows, TableSelection selection) {
        this.rows = rows;
        this.selection = selection;
    }

    /// Moves down (or up, when negative) by so many rows; without a selected row, to the one on top.
    void move(int count, Mode mode) {
        RowWindow window = rows.window();
        if (rows.waiting() != EntryRows.Waiting.NOTHING || window.isEmpty()) {
            return;
        }
        Entry lead = selection.lead();
        if (lead == null) {
            select(window.top(), Mode.ONLY);
            return;
        }
        OptionalInt target = target(lead.seq(), count);
        if (target.isPresent()) {
            select(target.getAsInt(), mode);
        } else {
            rows.jump(new Jump.ToSeq(lead.seq(), middle()), index -> {});
        }
    }

    /// Where moving leads to; empty when the selected row is not among those loaded.
    private OptionalInt target(long seq, int count) {
        RowWindow window = rows.window();
        int at = window.indexOf(seq);
        if (at >= 0) {
            return OptionalInt.of(at + count);
        }
        int next = -at - 1;
        boolean outside = next == 0 && !window.startReached() || next == window.size() && !window.endReached();
        return outside ? OptionalInt.empty() : OptionalInt.of(count > 0 ? next + count - 1 : next + count);
    }

    void toStart(Mode mode) {
        rows.jump(new Jump.ToStart(), index -> select(index, mode));
    }

    void toEnd(Mode mode) {
        toEnd(mode, () -> {});
    }

    void toEnd(Mode mode, Runnable arrived) {
        rows.jump(new Jump.ToEnd(), index -> {
            select(index, mode);
            arrived.run();
        });
    }

    /// Shows and selects the row with this seq, or the next one.
    void toSeq(long seq, Runnable arrived) {
        RowWindow window = rows.window();
        int index = window.indexOf(seq);
        if (rows.waiting() == EntryRows.Waiting.NOTHING && index >= 0) {
            if (index < window.top() || index >= window.top() + window.visible()) {
                rows.scrollTo(index - middle());
            }
            select(index, Mode.ONLY);
            arrived.run();
        } else {
            rows.jump(new Jump.ToSeq(seq, middle()), found -> {
                select(found, Mode.ONLY);
                arrived.run();
            });
        }
    }

    /// The index of the selected row when it is on screen, else -1.
    int leadOnScreen() {
        RowWindow window = rows.window();
        Entry lead = selection.lead();
        if (lead == null || rows.waiting() != EntryRows.Waiting.NOTHING || window.isEmpty()) {
            return -1;
        }
        int index = window.indexOf(lead.seq());
        return index >= window.top() && index < window.top() + window.visible() ? index : -1;
    }

    /// How many rows stand above one that was jumped to.
    private int middle() {
        return rows.window().visible() / 3;
    }

    private void select(int index, Mode mode) {
        RowWindow window = rows.window();
        if (window.isEmpty()) {
            return;
        }
        int inside = Math.clamp(index, 0, window.size() - 1);
        selection.select(window.get(inside).entry(), mode);
        rows.scrollIntoView(inside);
    }

    /// Jumps for another filter: to the selected row when it matches still, at the height where it stood.
    Jump afterFilter(@Nullable Entry lead, boolean matches, boolean follow) {
        if (follow) {
            return new Jump.ToEnd();
        }
        if (lead == null || !matches) {
            return new Jump.ToStart();
        }
        int height = rows.window().indexOf(lead.seq()) - rows.window().top();
        boolean onScreen = height >= 0 && height < rows.window().visible();
        return new Jump.ToSeq(lead.seq(), onScreen ? height : middle());
    }
}
