package clasp.journal.ui.table;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One line on screen. Scrolling changes what stands in it, never the line itself. Confined to the FX thread.
final class RowSlot {
    private final ReadOnlyObjectWrapper<@Nullable ShownRow> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<RowLook> look = new ReadOnlyObjectWrapper<>(RowLook.EMPTY);
    private final int position;

    RowSlot(int position) {
        this.position = position;
    }

    /// How many lines stand above it.
    int position() {
        return position;
    }

    /// What stands in it; null for nothing.
    ReadOnlyObjectProperty<@Nullable ShownRow> shown() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<RowLook> look() {
        return look.getReadOnlyProperty();
    }

    void show(@Nullable ShownRow row, RowLook newLook) {
        ShownRow present = shown.get();
        if (row == null ? present != null : !same(row, present)) {
            shown.set(row);
        }
        if (!newLook.equals(look.get())) {
            look.set(newLook);
        }
    }

    private static boolean same(ShownRow row, @Nullable ShownRow present) {
        return present != null
                && row.row() == present.row()
                && row.time().equals(present.time())
                && row.delta().equals(present.delta());
    }
}
