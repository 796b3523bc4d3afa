package clasp.journal.export;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.FileReason;
import clasp.journal.store.FileRights;
import clasp.journal.store.JournalException;
import clasp.journal.store.WorkFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/// A file that appears under its name only when it is complete and safely on disk: until then it lies beside, in a
/// [WorkFolder]. It has the usual permissions, or those of the file that it replaces. Closing it without [#commit()]
/// removes it; what a killed process left of the same file goes with the next. Not thread-safe.
public final class NewFile implements AutoCloseable {
    private final Path target;
    private final WorkFolder folder;
    private final Path temporary;
    private final boolean replaces;
    private boolean committed;

    /// @throws JournalException when nothing can be written there
    public NewFile(Path target) {
        Path absolute = target.toAbsolutePath();
        if (Files.isDirectory(absolute)) {
            throw new JournalException(CoreTexts.text("export.refused.folder", target.toString()));
        }
        Path parent = absolute.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new JournalException(CoreTexts.text("export.refused.noFolder", target.toString()));
        }
        try {
            // A link stays a link: what it points to is replaced.
            replaces = Files.exists(absolute);
            this.target = replaces ? absolute.toRealPath() : absolute;
            folder = WorkFolder.beside(this.target);
            temporary = folder.place(this.target);
        } catch (IOException e) {
            throw failure(target, e);
        }
        try {
            if (replaces) {
                FileRights.createOwn(temporary);
            } else {
                Files.createFile(temporary);
            }
        } catch (IOException e) {
            close();
            throw failure(target, e);
        }
    }

    /// Where to write meanwhile: exists and is empty.
    public Path temporary() {
        return temporary;
    }

    /// Puts the file in its place, instead of what may be there; returns its size.
    public long commit() {
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            long size = Files.size(temporary);
            if (replaces && Files.exists(target)) {
                FileRights.copy(target, temporary);
            }
            move();
            committed = true;
            return size;
        } catch (IOException e) {
            throw failure(target, e);
        }
    }

    @Override
    public void close() {
        try {
            folder.close();
        } catch (IOException e) {
            if (committed) {
                // What was asked for is there; the empty folder goes with the next of its kind.
                System.getLogger(NewFile.class.getName())
                        .log(System.Logger.Level.WARNING, "A folder stays: " + folder.path(), e);
                return;
            }
            throw new JournalException(
                    CoreTexts.text("export.unfinished", folder.path().toString(), FileReason.of(e)), e);
        }
    }

    /// What went wrong with a file, as a sentence.
    static JournalException failure(Path file, IOException e) {
        return new JournalException(CoreTexts.text("export.refused", file.toString(), reason(e)), e);
    }

    private void move() throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// The system's own words are all that tells it from other failures.
    private static boolean isFull(IOException e) {
        String words = String.valueOf(e instanceof FileSystemException named ? named.getReason() : e.getMessage())
                .toLowerCase(Locale.ROOT);
        return words.contains("space") || words.contains("quota");
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> CoreTexts.text("export.refused.forbidden");
            case NoSuchFileException _ -> CoreTexts.text("export.refused.gone");
            default -> CoreTexts.text(isFull(e) ? "export.refused.full" : "export.refused.other", FileReason.of(e));
        };
    }
}
