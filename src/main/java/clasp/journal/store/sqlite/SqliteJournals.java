package clasp.journal.store.sqlite;

import clasp.journal.model.Hmacs;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalOpener;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// Opens SQLite files as journals: [#open] to read, which leaves a file as it was, the others to write. Thread-safe.
public final class SqliteJournals implements JournalOpener {
    @Override
    public JournalReader open(Path file, Progress progress, Cancellation cancellation) {
        return new SqliteReader(new SqliteSource(JournalFile.existing(file), progress, cancellation));
    }

    /// Opens a journal for writing, and brings it up to the form that CLASP writes today.
    ///
    /// @param hmacs writes an HMAC with every entry; null for none
    /// @throws JournalException when it is not there, is no journal, or cannot be written
    public SqliteJournal openForWriting(Path file, @Nullable Hmacs hmacs) {
        return SqliteJournal.open(JournalFile.existing(file), false, hmacs, Clock.systemUTC());
    }

    /// Creates a journal and opens it for writing.
    ///
    /// @throws JournalException when there is a file already, or none can be created there
    public SqliteJournal create(Path file, @Nullable Hmacs hmacs) {
        if (Files.exists(file)) {
            throw new JournalException("“" + file + "” is there already. Choose another name, or remove it first.");
        }
        return SqliteJournal.open(JournalFile.toWrite(file), true, hmacs, Clock.systemUTC());
    }
}
