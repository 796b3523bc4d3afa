package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.JournalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// What the file system says of a database and the files beside it: two equal stamps mean that nobody wrote in between.
/// Taken without opening a file, for closing one would drop the locks that SQLite holds on it in this process.
/// Immutable.
///
/// @param identity the file's identity, which changes when it is replaced by another
record FileStamp(Object identity, Part database, Part wal, Part rollbackJournal) {

    /// @param size negative when there is no such file
    record Part(long size, long modifiedNanos) {
        private static final Part MISSING = new Part(-1, 0);

        static Part of(Path path) {
            try {
                return of(Files.readAttributes(path, BasicFileAttributes.class));
            } catch (IOException e) {
                return MISSING;
            }
        }

        static Part of(BasicFileAttributes attributes) {
            var time = attributes.lastModifiedTime().toInstant();
            return new Part(attributes.size(), time.getEpochSecond() * 1_000_000_000L + time.getNano());
        }

        boolean hasContent() {
            return size > 0;
        }

        boolean sameContent(Part other) {
            return equals(other) || !hasContent() && !other.hasContent();
        }
    }

    /// @throws JournalException when the file is no longer there
    static FileStamp of(JournalFile file) {
        try {
            var attributes = Files.readAttributes(file.path(), BasicFileAttributes.class);
            Object key = attributes.fileKey();
            return new FileStamp(
                    key == null ? file.path() : key,
                    Part.of(attributes),
                    Part.of(file.wal()),
                    Part.of(file.rollbackJournal()));
        } catch (NoSuchFileException e) {
            throw new JournalException(
                    CoreTexts.text("store.file.gone", file.name(), file.path().toString()), e);
        } catch (IOException e) {
            throw JournalFile.cannot(CoreTexts.text("store.cannot.reach", file.name()), e);
        }
    }

    /// Whether nothing was written to it, but for files beside it that hold nothing.
    boolean sameContent(FileStamp other) {
        return identity.equals(other.identity)
                && database.equals(other.database)
                && wal.sameContent(other.wal)
                && rollbackJournal.sameContent(other.rollbackJournal);
    }

    boolean sameFile(@Nullable FileStamp other) {
        return other != null && identity.equals(other.identity);
    }

    long sizeBytes() {
        return Math.max(0, database.size) + Math.max(0, wal.size);
    }
}
