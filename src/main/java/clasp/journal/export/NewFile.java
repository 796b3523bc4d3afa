package clasp.journal.export;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.FileReason;
import clasp.journal.store.FileRights;
import clasp.journal.store.JournalException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;

/// A file that appears under its name only when it is complete and safely on disk: until then it lies beside, under a
/// temporary name. It has the usual permissions, or those of the file that it replaces. Closing it without [#commit()]
/// removes it. Not thread-safe.
public final class NewFile implements AutoCloseable {
    private final Path target;
    private final Path temporary;
    private final boolean replaces;
    private boolean committed;

    /// @throws JournalException when nothing can be written there
    public NewFile(Path target) {
        Path absolute = target.toAbsolutePath();
        if (Files.isDirectory(absolute)) {
            throw new JournalException(CoreTexts.text("export.refused.folder", target.toString()));
        }
        Path folder = absolute.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new JournalException(CoreTexts.text("export.refused.noFolder", target.toString()));
        }
        try {
            // A link stays a link: what it points to is replaced.
            replaces = Files.exists(absolute);
            this.target = replaces ? absolute.toRealPath() : absolute;
            temporary = this.target.resolveSibling(temporaryName(this.target));
            if (replaces) {
                FileRights.createOwn(temporary);
            } else {
                // Not createTempFile: the file is to have the usual permissions, not those of a secret.
                Files.createFile(temporary);
            }
        } catch (IOException e) {
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
        if (!committed) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException e) {
                throw new JournalException(
                        CoreTexts.text("export.unfinished", temporary.toString(), FileReason.of(e)), e);
            }
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

    private static String temporaryName(Path file) {
        String name = String.valueOf(file.getFileName());
        return "." + name.substring(0, Math.min(name.length(), 40)) + "." + UUID.randomUUID() + ".part";
    }

    /// The system's own words are all that tells it from other failures.
    private static boolean isFull(IOException e) {
        String words = FileReason.of(e).toLowerCase(Locale.ROOT);
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
