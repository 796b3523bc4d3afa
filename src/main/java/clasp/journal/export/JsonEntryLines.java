package clasp.journal.export;

import clasp.journal.model.Entry;
import clasp.journal.model.EntryJson;
import java.io.IOException;

/// One JSON object a line, as [EntryJson] writes it. Not thread-safe.
final class JsonEntryLines implements EntryLines {
    private static final int KEPT_CAPACITY = 1 << 16;

    private StringBuilder line = new StringBuilder();

    @Override
    public void header(Utf8Output out) {
        // JSON Lines has none.
    }

    @Override
    public void entry(Entry entry, Utf8Output out) throws IOException {
        EntryJson.write(entry, line);
        out.text(line.toString());
        out.ascii('\n');
        if (line.capacity() > KEPT_CAPACITY) {
            line = new StringBuilder();
        } else {
            line.setLength(0);
        }
    }
}
