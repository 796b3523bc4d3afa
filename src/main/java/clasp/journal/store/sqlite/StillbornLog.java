package clasp.journal.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The empty log and the unfinished shared memory that SQLite leaves beside a database when the disk is full as it
/// begins to write. Stateless.
final class StillbornLog {
    /// Shared memory is of use to nobody before it has this size.
    private static final long SHM_BYTES = 32_768;

    private StillbornLog() {}

    /// Removes them, unless there is anything in them or someone has the database open. Called under
    /// [FileUse#opening()], without a connection to the file in this process.
    static void remove(JournalFile file) {
        try {
            if (size(file.wal()) == 0 && size(file.shm()) < SHM_BYTES && !LockProbe.inUseElsewhere(file)) {
                Files.deleteIfExists(file.wal());
                Files.deleteIfExists(file.shm());
            }
        } catch (IOException e) {
            System.getLogger(StillbornLog.class.getName())
                    .log(System.Logger.Level.DEBUG, "An empty log stays beside " + file.path(), e);
        }
    }

    private static long size(Path path) throws IOException {
        return Files.exists(path) ? Files.size(path) : 0;
    }
}
