package clasp.journal.store.sqlite;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The shared memory of a database that SQLite has open in this process, read on the side. The file stays
/// open as long as SQLite has locks on it, as closing it would drop those. Thread-safe.
final class SharedIndex {
    private final FileUse use;
    /// No channel opened as such: that closes itself when its thread is interrupted.
    private @Nullable RandomAccessFile opened;

    private @Nullable Object identity;

    SharedIndex(FileUse use) {
        this.use = use;
    }

    /// Empty when there is none, it is just being written, or it is not to be trusted.
    synchronized Optional<WalIndex> read(Path shm) {
        try {
            Object now = Files.readAttributes(shm, BasicFileAttributes.class).fileKey();
            byte[] bytes = new byte[WalIndex.BYTES];
            RandomAccessFile file = file(shm, now);
            file.seek(0);
            file.readFully(bytes);
            return WalIndex.of(bytes);
        } catch (IOException noneOrShortOrClosed) {
            opened = null;
            return Optional.empty();
        }
    }

    private RandomAccessFile file(Path shm, @Nullable Object now) throws IOException {
        RandomAccessFile known = opened;
        if (known != null && known.getChannel().isOpen() && Objects.equals(now, identity)) {
            return known;
        }
        RandomAccessFile file = new RandomAccessFile(shm.toFile(), "r");
        use.closeAside(file);
        opened = file;
        identity = now;
        return file;
    }
}
