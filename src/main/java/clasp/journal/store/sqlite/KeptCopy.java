package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.Cancellation;
import clasp.journal.store.FileReason;
import clasp.journal.store.FileRights;
import clasp.journal.store.JournalException;
import clasp.journal.store.Progress;
import clasp.journal.store.SiblingName;
import clasp.journal.store.WorkFolder;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A copy, byte for byte, of a database that nobody writes to and of the files that SQLite keeps beside it, in the same
/// folder and with the rights of the database. Where the database of the copy is, all of the copy is. Used by one
/// thread.
final class KeptCopy {
    private final JournalFile file;
    private final FileStamp stamp;
    private final HeldParts held;

    /// @param stamp of the file when it was found to be worth keeping
    /// @param held its parts
    KeptCopy(JournalFile file, FileStamp stamp, HeldParts held) {
        this.file = file;
        this.stamp = stamp;
        this.held = held;
    }

    /// What keeps a copy of a file.
    @FunctionalInterface
    interface Keeping<T> {
        T keep() throws IOException;
    }

    /// @param failed key of the sentence that says why it could not be kept, given the name of the file, the reason and
    ///     the folder
    /// @throws JournalException with that sentence
    static <T> T orExplain(JournalFile file, String failed, Keeping<T> keeping) {
        try {
            return keeping.keep();
        } catch (IOException e) {
            String folder = String.valueOf(file.path().getParent());
            throw new JournalException(CoreTexts.text(failed, file.name(), FileReason.of(e), folder), e);
        }
    }

    /// @param suffix for the name
    /// @return the database of the copy; of an earlier one, where that is the same
    /// @throws JournalException when the file changed meanwhile; no copy is left then
    Path write(String suffix, Progress progress, Cancellation cancellation) throws IOException {
        for (int number = 1; ; number++) {
            JournalFile target = named(number == 1 ? suffix : suffix + "-" + number);
            if (isCopy(target, cancellation)) {
                return target.path();
            }
            if (target.parts().stream().noneMatch(Files::exists) && tryToWrite(target, progress, cancellation)) {
                return target.path();
            }
        }
    }

    /// @return false when somebody else has written a file of that name meanwhile
    private boolean tryToWrite(JournalFile target, Progress progress, Cancellation cancellation) throws IOException {
        try {
            write(target, progress, cancellation);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private JournalFile named(String suffix) {
        return JournalFile.of(SiblingName.of(file.path(), suffix));
    }

    /// The shared memory may differ: SQLite writes it anew whenever it opens the database.
    private boolean isCopy(JournalFile found, Cancellation cancellation) throws IOException {
        List<Path> parts = file.parts();
        return held.isSame(parts.indexOf(file.wal()), found.wal(), cancellation)
                && held.isSame(parts.indexOf(file.rollbackJournal()), found.rollbackJournal(), cancellation)
                && held.isSame(parts.indexOf(file.path()), found.path(), cancellation);
    }

    private void write(JournalFile target, Progress progress, Cancellation cancellation) throws IOException {
        requireRoom();
        List<Path> written = new ArrayList<>();
        try (WorkFolder folder = WorkFolder.beside(target.path())) {
            JournalFile unfinished = new JournalFile(folder.place(target.path()), target.name());
            held.copy(unfinished.parts(), progress, cancellation);
            requireUnchanged(file, stamp);
            for (int part = 0; part < target.parts().size(); part++) {
                if (Files.exists(unfinished.parts().get(part))) {
                    FileRights.copy(file.path(), unfinished.parts().get(part));
                    Files.move(unfinished.parts().get(part), target.parts().get(part));
                    written.add(target.parts().get(part));
                }
            }
            ForcedCopy.forceFolder(target.path());
            // The copy is whole and stays, also where the folder does not go.
            written.clear();
        } catch (IOException | RuntimeException e) {
            remove(written);
            throw e;
        }
    }

    /// @param stamp of the file when it was copied, or found to be worth that
    /// @throws JournalException when the file is not what it was then
    static void requireUnchanged(JournalFile file, FileStamp stamp) {
        if (!FileStamp.of(file).sameContent(stamp)) {
            throw new JournalException(CoreTexts.text("store.kept.changed", file.name()));
        }
    }

    private void requireRoom() throws IOException {
        long needed = held.size();
        long free = Files.getFileStore(file.path()).getUsableSpace();
        if (free < needed) {
            throw new FileSystemException(
                    file.path().toString(),
                    null,
                    CoreTexts.text("store.copy.room", Room.needed(needed), Room.free(free)));
        }
    }

    private static void remove(List<Path> written) throws IOException {
        for (Path each : written) {
            Files.deleteIfExists(each);
        }
    }
}
