package clasp.journal.export;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Entries in columns of equal width, numbers to the right. Not thread-safe.
final class AlignedRows {
    private static final String GAP = "  ";

    private final List<CsvColumn> columns;
    private final TimeWriter times;
    private final boolean rawValues;

    AlignedRows(CsvOptions options) {
        columns = options.columns();
        times = new TimeWriter(options.time(), options.zone());
        rawValues = options.value() == ValueFormat.RAW;
    }

    String text(List<Entry> entries) {
        List<List<String>> rows = new ArrayList<>(entries.size() + 1);
        rows.add(columns.stream().map(CsvColumn::header).toList());
        for (Entry entry : entries) {
            rows.add(columns.stream().map(column -> cell(column, entry)).toList());
        }
        int[] widths = new int[columns.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> line(row, widths, text));
        return text.toString();
    }

    private void line(List<String> row, int[] widths, StringBuilder to) {
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            String padding = " ".repeat(widths[i] - width(cell));
            boolean last = i == widths.length - 1;
            if (isNumber(columns.get(i))) {
                to.append(padding).append(cell);
            } else {
                to.append(cell).append(last ? "" : padding);
            }
            to.append(last ? "\n" : GAP);
        }
    }

    private String cell(CsvColumn column, Entry entry) {
        Long revision = entry.revision();
        return switch (column) {
            case SEQ -> Long.toString(entry.seq());
            case TIMESTAMP -> time(entry.timestampMicros());
            case AUTHOR -> oneLine(entry.author());
            case ADDRESS -> oneLine(entry.address());
            case SIGNAL_TYPE -> oneLine(entry.signalType());
            case VALUE -> oneLine(rawValues ? entry.valueJson() : PlainValue.of(entry.valueJson()));
            case REVISION -> revision == null ? "" : Long.toUnsignedString(revision);
            case MSG_TYPE -> MsgType.name(entry.msgType());
        };
    }

    private String time(long micros) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Utf8Output out = new Utf8Output(bytes)) {
            times.write(micros, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    private static boolean isNumber(CsvColumn column) {
        return column == CsvColumn.SEQ || column == CsvColumn.REVISION;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String oneLine(String text) {
        if (text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(code -> {
            switch (code) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    if (Character.isISOControl(code)) {
                        line.append(String.format("\\u%04x", code));
                    } else {
                        line.appendCodePoint(code);
                    }
                }
            }
        });
        return line.toString();
    }
}
