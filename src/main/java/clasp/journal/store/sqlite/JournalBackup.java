package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.CompactionStep;
import clasp.journal.store.FileReason;
import clasp.journal.store.FileRights;
import clasp.journal.store.JournalException;
import clasp.journal.store.Progress;
import clasp.journal.store.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/// Copies of a journal that nobody writes to. A copy is made in a [WorkFolder], put in order with what the log
/// holds, looked through, forced to disk and only then moved to where it belongs. Stateless but for the file.
final class JournalBackup {
    private static final long LEAST_SEQS = 1_000;
    private static final long MOST_PARTS = 200;
    /// Windows puts nothing in the place of a file that SQLite has open.
    private static final boolean OPEN_FILES_STAY =
            System.getProperty("os.name", "").startsWith("Windows");

    private final JournalFile file;

    JournalBackup(JournalFile file) {
        this.file = file;
    }

    /// @throws JournalException when there is a file already, no space, or the copy is not whole
    void write(Path target, CompactionProgress progress, Cancellation cancellation) {
        if (Files.exists(target)) {
            throw new JournalException(CoreTexts.text("store.backup.exists", target.toString()));
        }
        Path absolute = target.toAbsolutePath();
        JournalFile.of(absolute).refuseLeftLog();
        try (Prepared prepared = copy(
                file,
                absolute,
                Optional.empty(),
                progress.of(CompactionStep.BACKING_UP),
                connection -> lookThrough(connection, progress.of(CompactionStep.CHECKING_BACKUP)),
                cancellation)) {
            prepared.moveTo(absolute);
        }
    }

    /// A copy of the backup beside the journal, ready to take its place.
    Prepared prepareRestore(Path backup, Progress progress, Cancellation cancellation) {
        JournalFile from = JournalFile.existing(backup);
        if (from.path().equals(file.path())) {
            throw new JournalException(CoreTexts.text("store.backup.itself", backup.toString()));
        }
        FileUse use = FileUse.of(from);
        Optional<String> lacks;
        use.opening().lock();
        try {
            if (use.lockedHere() || LockProbe.inUseElsewhere(from)) {
                throw new JournalException(CoreTexts.text("store.backup.open", backup.toString()));
            }
            lacks = lacks(from, cancellation);
        } finally {
            use.opening().unlock();
        }
        return copy(from, file.path(), lacks, progress, JournalBackup::count, cancellation);
    }

    /// What of a backup cannot be read, as sentences; empty when all of it can. SQLite leaves it out without a word.
    private static Optional<String> lacks(JournalFile backup, Cancellation cancellation) {
        try {
            return DamagedLog.of(backup, cancellation)
                    .map(log -> CoreTexts.text(
                            "store.backup.lacks", log.told(), backup.path().toString()));
        } catch (IOException e) {
            throw new JournalException(
                    CoreTexts.text("store.backup.logUnread", backup.path().toString(), FileReason.of(e)), e);
        }
    }

    /// @param look shows whether the copy is whole
    private Prepared copy(
            JournalFile from,
            Path beside,
            Optional<String> lacks,
            Progress progress,
            ReadWork<Long> look,
            Cancellation cancellation) {
        Prepared prepared = prepare(from, beside, lacks);
        JournalFile copy = prepared.copy;
        try {
            FileStamp stamp = FileStamp.of(from);
            try (HeldParts held = HeldParts.open(from)) {
                held.copy(copy.parts(), progress, cancellation);
            }
            // It tells of the other file's log.
            Files.deleteIfExists(copy.shm());
            if (!FileStamp.of(from).equals(stamp)) {
                throw new JournalException(CoreTexts.text("store.changed.backup", from.name()));
            }
            putInOrder(copy, look, cancellation);
            return prepared;
        } catch (IOException e) {
            prepared.close();
            throw unwritten(from, beside, e);
        } catch (RuntimeException e) {
            prepared.close();
            throw e;
        }
    }

    private Prepared prepare(JournalFile from, Path beside, Optional<String> lacks) {
        try {
            return new Prepared(WorkFolder.beside(beside), beside, from.name(), lacks);
        } catch (IOException e) {
            throw unwritten(from, beside, e);
        }
    }

    private static JournalException unwritten(JournalFile from, Path beside, IOException e) {
        return new JournalException(
                CoreTexts.text("store.backup.unwritten", from.name(), beside.toString(), FileReason.of(e)), e);
    }

    /// Takes the log into the database, and looks at what is there then.
    private static void putInOrder(JournalFile copy, ReadWork<Long> look, Cancellation cancellation) {
        try (Connection opened = Connections.toWrite(copy.path(), false);
                var connection = new StoppableConnection(opened, SchemaReader.read(opened, copy.name()))) {
            connection.execute("PRAGMA synchronous = FULL");
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            connection.run(look, cancellation);
        } catch (SQLException e) {
            throw new JournalException(
                    CoreTexts.text(
                            "store.backup.notWhole",
                            copy.name(),
                            String.valueOf(JdbcErrors.of(e, Attempt.to("store.tried.copy"), copy.name())
                                    .getMessage())),
                    e);
        }
    }

    /// Of a backup that is restored, an index alone: a journal that is damaged elsewhere is better than none.
    private static long count(StoppableConnection connection) throws SQLException {
        try (ResultSet row =
                connection.prepare("SELECT count(*) FROM journal_entries").executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /// Entry by entry: whoever deletes entries relies on it.
    private static long lookThrough(StoppableConnection connection, Progress progress) throws SQLException {
        SeqRange present = TimeBlocks.present(connection);
        PreparedStatement count =
                connection.prepare("SELECT count(*) FROM journal_entries NOT INDEXED WHERE seq BETWEEN ? AND ?");
        List<SeqRange> parts = Segments.cut(present, LEAST_SEQS, MOST_PARTS);
        long entries = 0;
        for (int done = 0; done < parts.size(); done++) {
            connection.check();
            count.setLong(1, parts.get(done).first());
            count.setLong(2, parts.get(done).last());
            try (ResultSet row = count.executeQuery()) {
                entries += row.next() ? row.getLong(1) : 0;
            }
            progress.report(done + 1, parts.size());
        }
        return entries;
    }

    /// A whole copy in a folder of its own; closing it removes what is left of it. Used by one thread.
    final class Prepared implements AutoCloseable {
        private final WorkFolder folder;
        private final JournalFile copy;
        private final Optional<String> lacks;

        private Prepared(WorkFolder folder, Path beside, String name, Optional<String> lacks) {
            this.folder = folder;
            this.copy = new JournalFile(folder.place(beside), name);
            this.lacks = lacks;
        }

        /// What is missing in the copy, as the original's log is damaged; empty when nothing is.
        Optional<String> lacks() {
            return lacks;
        }

        /// With the rights of the journal: whoever could not read that cannot read its backup, and a journal that is
        /// restored is as open as before.
        void moveTo(Path target) {
            try {
                if (Files.exists(file.path())) {
                    FileRights.copy(file.path(), copy.path());
                }
                Files.move(copy.path(), target, StandardCopyOption.ATOMIC_MOVE);
                ForcedCopy.forceFolder(target);
            } catch (IOException e) {
                throw new JournalException(
                        CoreTexts.text("store.backup.unmoved", target.toString(), FileReason.of(e)), e);
            }
        }

        /// Takes the journal's place. No log of that may lie beside another database; nor may shared memory
        /// that tells of one. No other program comes in between, as the journal is locked meanwhile, and as
        /// long as it is in its place it is whole, however the program ends: but where SQLite cannot read it.
        ///
        /// @param damaged whether the journal or its log is known to be
        /// @param unchanged throws when the journal is not what was copied
        void putInPlace(boolean damaged, Runnable unchanged) {
            unchanged.run();
            if (!replaceLocked(damaged, unchanged)) {
                replace();
            }
        }

        /// @return false where SQLite cannot do it, as the journal is damaged
        private boolean replaceLocked(boolean damaged, Runnable unchanged) {
            boolean undone = FileStamp.of(file).rollbackJournal().hasContent();
            Runnable done = FileUse.of(file).lock();
            try (Connection connection = Connections.toReplace(file.path());
                    Statement statement = connection.createStatement()) {
                statement.execute("BEGIN EXCLUSIVE");
                statement.execute("COMMIT");
                if (!undone) {
                    unchanged.run();
                }
                // With the log in it.
                statement.execute("PRAGMA journal_mode = DELETE");
                if (FileStamp.of(file).wal().hasContent()) {
                    if (damaged) {
                        return false;
                    }
                    throw new JournalException(CoreTexts.text("store.restore.log", file.name()));
                }
                if (!OPEN_FILES_STAY) {
                    replace();
                    return true;
                }
            } catch (SQLException e) {
                if (JdbcErrors.isDamage(e) || damaged && !JdbcErrors.isBusy(e)) {
                    return false;
                }
                throw new JournalException(CoreTexts.text("store.restore.log", file.name()), e);
            } finally {
                done.run();
            }
            replace();
            return true;
        }

        private void replace() {
            remove(file.wal());
            remove(file.rollbackJournal());
            remove(file.shm());
            moveTo(file.path());
        }

        private static void remove(Path beside) {
            try {
                Files.deleteIfExists(beside);
            } catch (IOException e) {
                throw new JournalException(
                        CoreTexts.text("store.restore.beside", beside.toString(), FileReason.of(e)), e);
            }
        }

        @Override
        public void close() {
            try {
                folder.close();
            } catch (IOException e) {
                System.getLogger(JournalBackup.class.getName())
                        .log(System.Logger.Level.WARNING, "An unfinished copy stays in " + folder.path(), e);
            }
        }
    }
}
