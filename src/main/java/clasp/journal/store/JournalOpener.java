package clasp.journal.store;

import java.nio.file.Path;

/// Opens files as journals, for reading.
@FunctionalInterface
public interface JournalOpener {
    /// Opens without changing anything on disk. May take long when a private copy is needed.
    /// @throws JournalException saying what the file is instead, and what can be done
    JournalReader open(Path file, Progress progress, Cancellation cancellation);
}
