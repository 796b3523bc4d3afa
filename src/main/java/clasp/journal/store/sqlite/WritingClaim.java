package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.JournalException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// That of this program only one writes to a journal at a time, or puts another in its place, in this process or
/// another. SQLite lets writers take turns, but what one remembers of the journal, such as the state of a router, would
/// not hold what the other wrote.
///
/// It is a lock of the system on a byte of the database that nothing else uses, so nothing lies beside the journal
/// and a process that is killed leaves none. Readers do not notice. Used under [FileUse#opening()].
final class WritingClaim implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WritingClaim.class.getName());

    /// Far behind the end of every database, and behind the bytes on which SQLite has its locks.
    private static final long BYTE = 1L << 62;

    private final JournalFile file;
    private final FileUse use;
    private final String refused;
    private final @Nullable FileChannel channel;
    private @Nullable FileLock lock;

    private WritingClaim(JournalFile file, FileUse use, String refused, @Nullable FileChannel channel) {
        this.file = file;
        this.use = use;
        this.refused = refused;
        this.channel = channel;
    }

    /// Claims nothing where the file cannot be locked: SQLite needs locks as well and says what is wrong.
    ///
    /// @throws JournalException when somebody else has claimed it
    static WritingClaim take(JournalFile file, FileUse use) {
        return take(file, use, "store.write.claimed");
    }

    /// @param refused key of the sentence that says, given the file's name, that somebody else has
    static WritingClaim take(JournalFile file, FileUse use, String refused) {
        WritingClaim claim;
        try {
            claim = new WritingClaim(
                    file,
                    use,
                    refused,
                    FileChannel.open(file.path(), StandardOpenOption.READ, StandardOpenOption.WRITE));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> file.path() + " could not be opened to claim it", e);
            return new WritingClaim(file, use, refused, null);
        }
        try {
            claim.lock();
            return claim;
        } catch (JournalException e) {
            claim.close();
            throw e;
        }
    }

    /// Takes it again, to be called once the writer's connection is open: until that uses the log, as in a journal
    /// which it creates, SQLite drops all locks that this process has on the file with its own.
    ///
    /// @throws JournalException when somebody else claimed it in between
    void takeAgain() {
        release();
        lock();
    }

    private void lock() {
        if (channel == null) {
            return;
        }
        try {
            lock = channel.tryLock(BYTE, 1, false);
            if (lock == null) {
                throw refusal();
            }
        } catch (OverlappingFileLockException e) {
            throw refusal();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> file.path() + " could not be claimed for writing", e);
        }
    }

    private JournalException refusal() {
        return new JournalException(CoreTexts.text(refused, file.name()));
    }

    private void release() {
        try {
            if (lock != null) {
                lock.release();
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A claim goes with its file instead", e);
        }
        lock = null;
    }

    @Override
    public void close() {
        release();
        if (channel != null) {
            use.closeAside(channel);
        }
    }
}
