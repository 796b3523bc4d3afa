package clasp.journal.ui.table;

import clasp.journal.model.Entry;
import java.util.List;

/// Writes entries as text for the clipboard. Thread-safe.
@FunctionalInterface
public interface RowCopier {
    /// The forms that a copy can take.
    enum Format {
        CSV,
        JSON,
        TEXT
    }

    String copy(Format format, List<Entry> entries);
}
