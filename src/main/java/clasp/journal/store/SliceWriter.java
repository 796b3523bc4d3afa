package clasp.journal.store;

import java.nio.file.Path;

/// Writes journal slices.
@FunctionalInterface
public interface SliceWriter {
    /// Writes the selection as a new CLASP SQLite file: every field as stored, seqs kept, HMACs where the source
    /// has them, no snapshots. Leaves one file without a WAL beside it. On failure or cancellation the caller
    /// removes it.
    ///
    /// @param file does not exist, or is empty
    /// @return how many entries were written
    /// @throws JournalException when it could not be written
    long write(Selection selection, Path file, Progress progress, Cancellation cancellation);
}
