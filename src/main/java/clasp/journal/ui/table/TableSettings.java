package clasp.journal.ui.table;

import clasp.journal.ui.fx.TimeDisplay;
import java.util.List;
import java.util.Objects;

/// What is remembered of the table's looks. Immutable.
///
/// @param columns in their order; those that it does not know are shown after them
/// @param time how timestamps are shown
public record TableSettings(List<Column> columns, TimeDisplay time) {
    static final String SECTION = "table";
    static final TableSettings DEFAULT = new TableSettings(List.of(), TimeDisplay.UTC);

    /// One column. Immutable.
    public record Column(String id, double width, boolean visible) {}

    public TableSettings {
        // A file from another version may lack either.
        List<Column> none = List.of();
        columns = List.copyOf(Objects.requireNonNullElse(columns, none));
        time = Objects.requireNonNullElse(time, TimeDisplay.UTC);
    }
}
