package clasp.journal.store.sqlite;

import clasp.journal.store.Cancellation;
import java.io.IOException;
import java.nio.file.Path;

/// What a write-ahead log holds, by its own checksums: SQLite silently ignores every frame after the first
/// bad one. Immutable.
///
/// @param frames frames up to the last commit that SQLite applies
/// @param lostFrames frames of the same generation after a damaged one, up to their last commit: SQLite
///     ignores them
record WalFile(long frames, long lostFrames) {
    /// How many frames fit into a log of this size.
    static long capacity(long sizeBytes, int pageSize) {
        return sizeBytes <= WalFrames.HEADER ? 0 : (sizeBytes - WalFrames.HEADER) / (WalFrames.FRAME_HEADER + pageSize);
    }

    static WalFile examine(Path wal, Cancellation cancellation) throws IOException {
        long[] lastCommit = {0, 0};
        WalFrames.read(
                wal,
                frame -> {
                    if (frame.commits()) {
                        lastCommit[0] = frame.number();
                        lastCommit[1] = frame.intact() ? frame.number() : lastCommit[1];
                    }
                },
                cancellation);
        return new WalFile(lastCommit[1], lastCommit[0] - lastCommit[1]);
    }
}
