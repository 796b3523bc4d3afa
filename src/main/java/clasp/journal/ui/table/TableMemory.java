package clasp.journal.ui.table;

import clasp.journal.settings.Settings;
import clasp.journal.ui.fx.TimeDisplay;
import java.util.List;
import javafx.beans.property.ObjectProperty;

/// Keeps the looks of the table between runs. Confined to the FX thread.
final class TableMemory {
    private final Settings settings;
    private TableSettings present;

    /// @param time set to what is remembered, and remembered from then on
    TableMemory(Settings settings, ObjectProperty<TimeDisplay> time) {
        this.settings = settings;
        this.present = settings.read(TableSettings.SECTION, TableSettings.class, TableSettings.DEFAULT);
        time.set(present.time());
        time.subscribe((old, now) -> remember(new TableSettings(present.columns(), now)));
    }

    List<TableSettings.Column> columns() {
        return present.columns();
    }

    void setColumns(List<TableSettings.Column> columns) {
        remember(new TableSettings(columns, present.time()));
    }

    private void remember(TableSettings now) {
        if (!now.equals(present)) {
            present = now;
            settings.write(TableSettings.SECTION, now);
        }
    }
}
