package clasp.journal.export;

import clasp.journal.model.Entry;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// CSV, see [CsvOptions]. Not thread-safe.
final class CsvEntryLines implements EntryLines {
    private final CsvColumn[] columns;
    private final CsvFields fields;
    private final TimeWriter times;
    private final ValueFormat valueFormat;
    private final FlatColumns flat;

    /// @param flat for [ValueFormat#FLATTENED], what the first pass has learnt; else not used
    CsvEntryLines(CsvOptions options, FlatColumns flat) {
        columns = options.columns().toArray(CsvColumn[]::new);
        fields = new CsvFields(options.separator(), options.formulaGuard());
        times = new TimeWriter(options.time(), options.zone());
        valueFormat = options.value();
        this.flat = flat;
    }

    @Override
    public void header(Utf8Output out) throws IOException {
        for (int i = 0; i < columns.length; i++) {
            if (i > 0) {
                fields.separator(out);
            }
            out.text(columns[i].header());
            if (columns[i] == CsvColumn.VALUE && valueFormat == ValueFormat.FLATTENED) {
                for (String name : flat.names()) {
                    fields.separator(out);
                    fields.text(name, out);
                }
            }
        }
        fields.endLine(out);
    }

    @Override
    public void entry(Entry entry, Utf8Output out) throws IOException {
        for (int i = 0; i < columns.length; i++) {
            if (i > 0) {
                fields.separator(out);
            }
            field(columns[i], entry, out);
        }
        fields.endLine(out);
    }

    private void field(CsvColumn column, Entry entry, Utf8Output out) throws IOException {
        switch (column) {
            case SEQ -> out.decimal(entry.seq());
            case TIMESTAMP -> times.write(entry.timestampMicros(), out);
            case AUTHOR -> fields.text(entry.author(), out);
            case ADDRESS -> fields.text(entry.address(), out);
            case SIGNAL_TYPE -> fields.text(entry.signalType(), out);
            case VALUE -> value(entry.valueJson(), out);
            case REVISION -> {
                Long revision = entry.revision();
                if (revision != null) {
                    out.unsigned(revision);
                }
            }
            case MSG_TYPE -> out.decimal(entry.msgType());
        }
    }

    private void value(String valueJson, Utf8Output out) throws IOException {
        switch (valueFormat) {
            case RAW -> fields.text(valueJson, out);
            case PLAIN -> fields.text(PlainValue.of(valueJson), out);
            case FLATTENED -> flattened(flat.cells(valueJson), out);
        }
    }

    private void flattened(@Nullable String[] cells, Utf8Output out) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                fields.separator(out);
            }
            String cell = cells[i];
            if (cell != null) {
                fields.text(cell, out);
            }
        }
    }
}
