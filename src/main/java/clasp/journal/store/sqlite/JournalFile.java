package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.Companion;
import clasp.journal.store.FileReason;
import clasp.journal.store.JournalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// A database file with the files that SQLite keeps beside it. Immutable.
///
/// @param path with symbolic links resolved, as SQLite does before it names the files beside it
/// @param name as the user chose it, for messages and tabs
record JournalFile(Path path, String name) {
    /// @throws JournalException saying what is there instead of a file that can be read
    static JournalFile existing(Path chosen) {
        String name = nameOf(chosen);
        Path real;
        try {
            real = chosen.toRealPath();
        } catch (NoSuchFileException e) {
            throw new JournalException(
                    Files.isSymbolicLink(chosen)
                            ? CoreTexts.text("store.file.link", chosen.toString())
                            : CoreTexts.text("store.file.none", chosen.toString()),
                    e);
        } catch (IOException e) {
            throw cannot(CoreTexts.text("store.cannot.reach", chosen.toString()), e);
        }
        if (Files.isDirectory(real)) {
            throw new JournalException(CoreTexts.text("store.file.folder", chosen.toString()));
        }
        if (!Files.isRegularFile(real)) {
            throw new JournalException(CoreTexts.text("store.file.odd", chosen.toString()));
        }
        if (!Files.isReadable(real)) {
            throw new JournalException(CoreTexts.text("store.file.forbidden", chosen.toString()));
        }
        JournalFile file = new JournalFile(real, name);
        file.refuseOddCompanions();
        return file;
    }

    /// @param sentence what cannot be done, without its end
    static JournalException cannot(String sentence, IOException e) {
        return new JournalException(CoreTexts.text("store.cannot", sentence, FileReason.of(e)), e);
    }

    /// Opening a pipe that has the name of a log would wait for ever, and could not be cancelled.
    ///
    /// @throws JournalException when something that is no file lies where SQLite would look for one of its files
    void refuseOddCompanions() {
        for (Path beside : List.of(wal(), shm(), rollbackJournal())) {
            if (Files.exists(beside) && !Files.isRegularFile(beside)) {
                throw new JournalException(CoreTexts.text(
                        "store.file.companion", name, beside.getFileName().toString()));
            }
        }
    }

    /// A file that may be there or not, as it is named.
    static JournalFile of(Path path) {
        return new JournalFile(path, nameOf(path));
    }

    /// A file that may be there or not, in a folder that is.
    static JournalFile toWrite(Path chosen) {
        if (Files.exists(chosen)) {
            return existing(chosen);
        }
        Path absolute = chosen.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new JournalException(
                    CoreTexts.text("store.create.noFolder", chosen.toString(), String.valueOf(folder)));
        }
        return new JournalFile(absolute, nameOf(chosen));
    }

    /// What SQLite would take for the log of a new database of this name, or throw away: it may be all that is left of
    /// a journal whose database is gone.
    ///
    /// @throws JournalException when a log with something in it lies where the new file's would be
    void refuseLeftLog() {
        for (Path log : List.of(wal(), rollbackJournal())) {
            if (log.toFile().length() > 0) {
                throw new JournalException(CoreTexts.text(
                        "store.create.log", name, log.getFileName().toString()));
            }
        }
    }

    Path wal() {
        return Companion.WAL.of(path);
    }

    Path shm() {
        return Companion.SHARED_MEMORY.of(path);
    }

    Path rollbackJournal() {
        return Companion.ROLLBACK_JOURNAL.of(path);
    }

    /// All of its files, there or not; the database comes last.
    List<Path> parts() {
        return List.of(wal(), shm(), rollbackJournal(), path);
    }

    private static String nameOf(Path chosen) {
        Path last = chosen.getFileName();
        return last == null ? chosen.toString() : last.toString();
    }
}
