package clasp.journal.app;

import clasp.journal.export.CsvOptions;
import clasp.journal.export.RowText;
import clasp.journal.export.TimeFormat;
import clasp.journal.model.Entry;
import clasp.journal.ui.table.RowCopier;
import java.time.ZoneOffset;
import java.util.List;

/// Copies rows in the forms that an export has: JSON exactly as stored, CSV so that a spreadsheet runs nothing of it,
/// text with times to read. Stateless.
final class ClipboardRows implements RowCopier {
    private static final CsvOptions TO_READ = CsvOptions.EXACT.withTime(TimeFormat.ISO_UTC, ZoneOffset.UTC);

    private static final CsvOptions TO_PASTE = CsvOptions.EXACT.withFormulaGuard(true);

    @Override
    public String copy(Format format, List<Entry> entries) {
        return switch (format) {
            case CSV -> RowText.csv(entries, TO_PASTE);
            case JSON -> RowText.json(entries);
            case TEXT -> RowText.aligned(entries, TO_READ);
        };
    }
}
