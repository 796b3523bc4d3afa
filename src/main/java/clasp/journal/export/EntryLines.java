package clasp.journal.export;

import clasp.journal.model.Entry;
import java.io.IOException;

/// A text format that writes entries one after another. An object writes one file. Not thread-safe.
interface EntryLines {
    /// What stands before the first entry.
    void header(Utf8Output out) throws IOException;

    void entry(Entry entry, Utf8Output out) throws IOException;
}
