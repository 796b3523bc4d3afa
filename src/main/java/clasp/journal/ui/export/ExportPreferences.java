package clasp.journal.ui.export;

import clasp.journal.export.CsvColumn;
import clasp.journal.export.TimeFormat;
import clasp.journal.export.ValueFormat;
import java.util.List;
import java.util.Objects;

/// What the dialog remembers between runs: how the last file was written. Not the scope: that belongs to the query of
/// the moment. Immutable.
///
/// @param columns in their order
/// @param folder where the last file went; empty for none
record ExportPreferences(
        FileKind kind,
        List<Column> columns,
        Separator separator,
        TimeFormat time,
        ValueFormat value,
        boolean formulaGuard,
        String folder) {
    static final String SECTION = "export";
    static final ExportPreferences DEFAULT = new ExportPreferences(
            FileKind.CSV, List.of(), Separator.COMMA, TimeFormat.ISO_UTC, ValueFormat.RAW, false, "");

    /// One column. Immutable.
    record Column(CsvColumn column, boolean included) {}

    /// What the settings file lacks comes as null.
    ExportPreferences {
        List<Column> none = List.of();
        kind = Objects.requireNonNullElse(kind, FileKind.CSV);
        columns = Objects.requireNonNullElse(columns, none).stream()
                .filter(column -> column != null && column.column() != null)
                .toList();
        separator = Objects.requireNonNullElse(separator, Separator.COMMA);
        time = Objects.requireNonNullElse(time, TimeFormat.ISO_UTC);
        value = Objects.requireNonNullElse(value, ValueFormat.RAW);
        folder = Objects.requireNonNullElse(folder, "");
    }
}
