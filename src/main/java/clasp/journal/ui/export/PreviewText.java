package clasp.journal.ui.export;

import clasp.journal.export.ExportFormat;
import clasp.journal.export.RowText;
import clasp.journal.model.Entry;
import java.util.List;
import java.util.stream.Collectors;

/// The first lines of a file, made from its first entries, with long lines cut for the eye. Stateless.
final class PreviewText {
    private static final int MOST_CHARS = 500;

    private PreviewText() {}

    static Preview of(List<Entry> entries, ExportFormat format) {
        if (entries.isEmpty()) {
            return new Preview.Empty();
        }
        return switch (format) {
            case ExportFormat.Csv(var options) ->
                new Preview.Lines(cut(RowText.csv(entries, options)), options.flattens());
            case ExportFormat.JsonLines() -> new Preview.Lines(cut(RowText.json(entries)), false);
            case ExportFormat.Slice() -> new Preview.NoText();
        };
    }

    private static String cut(String text) {
        return text.lines().map(PreviewText::cutLine).collect(Collectors.joining("\n"));
    }

    private static String cutLine(String line) {
        if (line.length() <= MOST_CHARS) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(MOST_CHARS - 1)) ? MOST_CHARS - 1 : MOST_CHARS;
        return line.substring(0, end) + "…";
    }
}
