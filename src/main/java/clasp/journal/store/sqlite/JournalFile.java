package clasp.journal.store.sqlite;

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
                            ? "“" + chosen + "” is a link to a file that is not there."
                            : "There is no file “" + chosen + "”. It may have been moved, renamed or deleted.",
                    e);
        } catch (IOException e) {
            throw cannotBe("reached", "“" + chosen + "”", e);
        }
        if (Files.isDirectory(real)) {
            throw new JournalException(
                    "“" + chosen + "” is a folder. Open the journal file in it, whose name often ends in .db.");
        }
        if (!Files.isRegularFile(real)) {
            throw new JournalException("“" + chosen + "” is neither a file nor a folder, so it cannot be a journal.");
        }
        if (!Files.isReadable(real)) {
            throw new JournalException(
                    "You have no permission to read “" + chosen + "”. Ask its owner for it, or open a copy.");
        }
        JournalFile file = new JournalFile(real, name);
        file.refuseOddCompanions();
        return file;
    }

    /// @param tried `read`, `reached`
    /// @param what begins the sentence
    static JournalException cannotBe(String tried, String what, IOException e) {
        return new JournalException(
                what + " cannot be " + tried + " (" + FileReason.of(e)
                        + "). Check its permissions, and that its drive is connected.",
                e);
    }

    /// Opening a pipe that has the name of a log would wait for ever, and could not be cancelled.
    ///
    /// @throws JournalException when something that is no file lies where SQLite would look for one of its files
    void refuseOddCompanions() {
        for (Path beside : List.of(wal(), shm(), rollbackJournal())) {
            if (Files.exists(beside) && !Files.isRegularFile(beside)) {
                throw new JournalException("“" + name + "” is not opened: beside it lies “" + beside.getFileName()
                        + "”, which has the name of one of its files but is a folder, a pipe or a device. Remove it,"
                        + " or copy the journal to another folder and open it there.");
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
            throw new JournalException("“" + chosen + "” cannot be created: there is no folder “" + folder + "”.");
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
                throw new JournalException("“" + name + "” is not created: beside it lies “" + log.getFileName()
                        + "”, the log of another database of that name, whose last entries may be in it. Choose another"
                        + " name, or move the log elsewhere, with the database that it belongs to.");
            }
        }
    }

    Path wal() {
        return beside("-wal");
    }

    Path shm() {
        return beside("-shm");
    }

    Path rollbackJournal() {
        return beside("-journal");
    }

    /// All of its files, there or not; the database comes last.
    List<Path> parts() {
        return List.of(wal(), shm(), rollbackJournal(), path);
    }

    private Path beside(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    private static String nameOf(Path chosen) {
        Path last = chosen.getFileName();
        return last == null ? chosen.toString() : last.toString();
    }
}
