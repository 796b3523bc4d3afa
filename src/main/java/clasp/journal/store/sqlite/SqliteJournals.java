package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.Hmacs;
import clasp.journal.store.Cancellation;
import clasp.journal.store.FileReason;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalOpener;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.UnfinishedFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Opens SQLite files as journals: [#open] to read, which leaves a file as it was, the others to write. Thread-safe.
public final class SqliteJournals implements JournalOpener {
    @Override
    public JournalReader open(Path file, Progress progress, Cancellation cancellation) {
        return new SqliteReader(new SqliteSource(JournalFile.existing(file), progress, cancellation));
    }

    @Override
    public JournalReader openLeft(Path file, Progress progress, Cancellation cancellation) {
        return new SqliteReader(SqliteSource.left(JournalFile.existing(file), progress, cancellation));
    }

    @Override
    public JournalReader unopened(Path file) {
        return new UnopenedReader(JournalFile.existing(file));
    }

    @Override
    public JournalReader openLeftIfDamaged(Path file, Progress progress, Cancellation cancellation) {
        return new SqliteReader(SqliteSource.leftIfDamaged(JournalFile.existing(file), progress, cancellation));
    }

    /// Opens a journal for writing, and brings it up to the form that CLASP writes today.
    ///
    /// @param hmacs writes an HMAC with every entry; null for none
    /// @throws JournalException when it is not there, is no journal, or cannot be written
    public SqliteJournal openForWriting(Path file, @Nullable Hmacs hmacs) {
        return openForWriting(file, hmacs, Progress.NONE, Cancellation.none());
    }

    /// The same, where somebody waits: a journal whose log is damaged is copied before, which can take long.
    ///
    /// @param progress of the copying, in bytes, from before its first one on; told nothing where nothing is copied
    public SqliteJournal openForWriting(
            Path file, @Nullable Hmacs hmacs, Progress progress, Cancellation cancellation) {
        return SqliteJournal.open(JournalFile.existing(file), false, hmacs, Clock.systemUTC(), progress, cancellation);
    }

    /// Opens the file for writing, or creates it where it is not there.
    ///
    /// @param progress as of [#openForWriting(Path, Hmacs, Progress, Cancellation)]
    public SqliteJournal openOrCreate(Path file, Progress progress, Cancellation cancellation) {
        return Files.exists(file) ? openForWriting(file, null, progress, cancellation) : create(file, null);
    }

    /// Creates a journal and opens it for writing. Where that fails, nothing is left of it.
    ///
    /// @throws JournalException when there is a file already, or none can be created there
    public SqliteJournal create(Path file, @Nullable Hmacs hmacs) {
        if (Files.exists(file)) {
            throw exists(file, null);
        }
        JournalFile made = JournalFile.toWrite(file);
        List<Path> absent = Stream.of(made.wal(), made.shm(), made.rollbackJournal())
                .filter(Files::notExists)
                .toList();
        try {
            Files.createFile(made.path());
        } catch (FileAlreadyExistsException e) {
            throw exists(file, e);
        } catch (IOException e) {
            throw new JournalException(CoreTexts.text("store.create.failed", file.toString(), FileReason.of(e)), e);
        }
        try {
            return SqliteJournal.open(made, true, hmacs, Clock.systemUTC(), Progress.NONE, Cancellation.none());
        } catch (RuntimeException e) {
            UnfinishedFile.remove(made.path(), e);
            absent.forEach(beside -> UnfinishedFile.remove(beside, e));
            throw e;
        }
    }

    private static JournalException exists(Path file, @Nullable IOException cause) {
        return new JournalException(CoreTexts.text("store.create.exists", file.toString()), cause);
    }
}
