package clasp.journal.store.sqlite;

import clasp.journal.store.JournalException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// That of this program only one writes to a journal at a time, in this process or another. SQLite lets writers take
/// turns, but what one remembers of the journal, such as the state of a router, would not hold what the other wrote.
///
/// It is a lock of the system on a byte of the database that nothing else uses, so nothing lies beside the journal
/// and a process that is killed leaves none. Readers do not notice. Taken and closed under [FileUse#opening()].
final class WritingClaim implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WritingClaim.class.getName());

    /// Far behind the end of every database, and behind the bytes on which SQLite has its locks.
    private static final long BYTE = 1L << 62;

    private final FileUse use;
    private final @Nullable FileChannel channel;
    private final @Nullable FileLock lock;

    private WritingClaim(FileUse use, @Nullable FileChannel channel, @Nullable FileLock lock) {
        this.use = use;
        this.channel = channel;
        this.lock = lock;
    }

    /// Claims nothing where the file cannot be locked: SQLite needs locks as well and says what is wrong.
    ///
    /// @throws JournalException when somebody else has claimed it
    static WritingClaim take(JournalFile file, FileUse use) {
        FileChannel channel;
        try {
            channel = FileChannel.open(file.path(), StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            return without(file, use, null, e);
        }
        try {
            FileLock lock = channel.tryLock(BYTE, 1, false);
            if (lock != null) {
                return new WritingClaim(use, channel, lock);
            }
        } catch (OverlappingFileLockException e) {
            // This process has the claim.
        } catch (IOException e) {
            return without(file, use, channel, e);
        }
        use.closeAside(channel);
        throw new JournalException("“" + file.name() + "” is being written by a router or a recording of this program"
                + " already, here or in another window. Two at once would lose entries, so nothing was changed. Stop"
                + " the other first, or choose another file.");
    }

    private static WritingClaim without(
            JournalFile file, FileUse use, @Nullable FileChannel channel, IOException reason) {
        LOG.log(Level.DEBUG, () -> file.path() + " could not be claimed for writing", reason);
        return new WritingClaim(use, channel, null);
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.release();
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A claim goes with its file instead", e);
        }
        if (channel != null) {
            use.closeAside(channel);
        }
    }
}
