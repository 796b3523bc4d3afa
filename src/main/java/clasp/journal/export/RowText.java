package clasp.journal.export;

import clasp.journal.model.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Entries as text for the clipboard. Meant for selections, not for whole journals. Stateless.
public final class RowText {
    private RowText() {}

    /// With a header; options as for a file.
    public static String csv(List<Entry> entries, CsvOptions options) {
        FlatColumns flat = new FlatColumns();
        if (options.flattens()) {
            entries.forEach(flat::learn);
        }
        return text(entries, new CsvEntryLines(options, flat));
    }

    /// One JSON object a line.
    public static String json(List<Entry> entries) {
        return text(entries, new JsonEntryLines());
    }

    /// With a header, in columns one above the other, as a message to a person has them; values raw or plain.
    /// Characters that would break a line are written as escapes.
    public static String aligned(List<Entry> entries, CsvOptions options) {
        return new AlignedRows(options).text(entries);
    }

    private static String text(List<Entry> entries, EntryLines lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Utf8Output out = new Utf8Output(bytes)) {
            lines.header(out);
            for (Entry entry : entries) {
                lines.entry(entry, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
