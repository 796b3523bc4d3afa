package clasp.journal.store;

import java.nio.file.Path;

/// Opens files as journals, for reading.
@FunctionalInterface
public interface JournalOpener {
    /// Opens without changing anything on disk. May take long when a private copy is needed. Of a file that is so
    /// damaged that it does not even tell where it stands, what is left is opened.
    ///
    /// @throws JournalException saying what the file is instead, and what can be done
    JournalReader open(Path file, Progress progress, Cancellation cancellation);

    /// Opens a copy of all that can still be read of a file in which damage was met. Goes through the whole file.
    ///
    /// @throws JournalException as the other one
    default JournalReader openLeft(Path file, Progress progress, Cancellation cancellation) {
        return open(file, progress, cancellation);
    }

    /// A file that cannot be opened, for a backup to take its place ([JournalReader#compaction()]). Until then nothing
    /// is known of it: its state is that of an empty journal. Blocks.
    ///
    /// @throws JournalException when it is not there
    default JournalReader unopened(Path file) {
        return open(file, Progress.NONE, Cancellation.none());
    }

    /// The same of a file that may be damaged or not, which is looked for first; a sound one is opened as it is.
    default JournalReader openLeftIfDamaged(Path file, Progress progress, Cancellation cancellation) {
        return openLeft(file, progress, cancellation);
    }
}
