package clasp.journal.export;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// How CSV is to look: RFC 4180 in UTF-8, with a header, lines ending in CR LF. Immutable.
///
/// @param columns which, in their order; at least one, each once
/// @param separator between fields: tab or an ASCII sign that occurs in no number and no time; usually comma,
///     semicolon or tab
/// @param zone for [TimeFormat#ISO_LOCAL]
/// @param formulaGuard whether text that a spreadsheet would take for a formula gets an apostrophe before it: what has
///     `=`, `+`, `-` or `@`, full-width ones included, at its beginning or after another usual separator, and is no
///     number, or begins with tab or CR; what is exported is then no longer exactly what is stored
public record CsvOptions(
        List<CsvColumn> columns,
        char separator,
        TimeFormat time,
        ZoneId zone,
        ValueFormat value,
        boolean formulaGuard) {
    /// All columns, comma, raw timestamps and raw values: nothing is lost.
    public static final CsvOptions EXACT = new CsvOptions(
            List.of(CsvColumn.values()), ',', TimeFormat.RAW_MICROS, ZoneOffset.UTC, ValueFormat.RAW, false);

    private static final String SEPARATORS = ",;\t|^~!#$%&*/=@\\ ";

    public CsvOptions {
        columns = List.copyOf(columns);
        if (columns.isEmpty() || columns.stream().distinct().count() != columns.size()) {
            throw new IllegalArgumentException("CSV needs at least one column, and each only once.");
        }
        if (SEPARATORS.indexOf(separator) < 0) {
            throw new IllegalArgumentException("This character cannot separate the fields of CSV: " + separator + ".");
        }
    }

    /// Whether values are spread over columns of their own, which have to be found first.
    public boolean flattens() {
        return value == ValueFormat.FLATTENED && columns.contains(CsvColumn.VALUE);
    }

    public CsvOptions withColumns(List<CsvColumn> chosen) {
        return new CsvOptions(chosen, separator, time, zone, value, formulaGuard);
    }

    public CsvOptions withSeparator(char chosen) {
        return new CsvOptions(columns, chosen, time, zone, value, formulaGuard);
    }

    public CsvOptions withTime(TimeFormat chosen, ZoneId chosenZone) {
        return new CsvOptions(columns, separator, chosen, chosenZone, value, formulaGuard);
    }

    public CsvOptions withValue(ValueFormat chosen) {
        return new CsvOptions(columns, separator, time, zone, chosen, formulaGuard);
    }

    public CsvOptions withFormulaGuard(boolean chosen) {
        return new CsvOptions(columns, separator, time, zone, value, chosen);
    }
}
