package clasp.journal.ui.export;

import clasp.journal.export.CsvOptions;
import clasp.journal.export.ExportFormat;
import clasp.journal.export.TimeFormat;
import clasp.journal.export.ValueFormat;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// Which entries are exported, and how the file is to look. Confined to the FX thread.
final class ExportChoices {
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.MATCHES);
    private final ObjectProperty<FileKind> kind;
    private final ColumnChoice columns;
    private final ObjectProperty<Separator> separator;
    private final ObjectProperty<TimeFormat> time;
    private final ObjectProperty<ValueFormat> value;
    private final BooleanProperty formulaGuard;

    ExportChoices(ExportPreferences remembered) {
        kind = new SimpleObjectProperty<>(remembered.kind());
        columns = new ColumnChoice(remembered.columns());
        separator = new SimpleObjectProperty<>(remembered.separator());
        time = new SimpleObjectProperty<>(remembered.time());
        value = new SimpleObjectProperty<>(remembered.value());
        formulaGuard = new SimpleBooleanProperty(remembered.formulaGuard());
    }

    ObjectProperty<Scope> scope() {
        return scope;
    }

    ObjectProperty<FileKind> kind() {
        return kind;
    }

    ColumnChoice columns() {
        return columns;
    }

    ObjectProperty<Separator> separator() {
        return separator;
    }

    ObjectProperty<TimeFormat> time() {
        return time;
    }

    ObjectProperty<ValueFormat> value() {
        return value;
    }

    /// Whether what a spreadsheet would take for a formula gets an apostrophe before it.
    BooleanProperty formulaGuard() {
        return formulaGuard;
    }

    /// Whether what is chosen makes a file.
    boolean valid() {
        return kind.get() != FileKind.CSV || !columns.chosen().get().isEmpty();
    }

    /// To be asked for only while it is [#valid()].
    ExportFormat format() {
        return switch (kind.get()) {
            case CSV ->
                new ExportFormat.Csv(new CsvOptions(
                        columns.chosen().get(),
                        separator.get().character(),
                        time.get(),
                        ZoneId.systemDefault(),
                        value.get(),
                        formulaGuard.get()));
            case JSON_LINES -> new ExportFormat.JsonLines();
            case SLICE -> new ExportFormat.Slice();
        };
    }

    ExportPreferences preferences(String folder) {
        return new ExportPreferences(
                kind.get(),
                columns.preferences(),
                separator.get(),
                time.get(),
                value.get(),
                formulaGuard.get(),
                folder);
    }

    void onChange(Runnable action) {
        List.<ObservableValue<?>>of(scope, kind, columns.chosen(), separator, time, value, formulaGuard)
                .forEach(property -> property.addListener((observable, before, now) -> action.run()));
    }
}
