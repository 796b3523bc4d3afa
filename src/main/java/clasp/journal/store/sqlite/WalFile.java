package clasp.journal.store.sqlite;

import clasp.journal.store.Cancellation;
import clasp.journal.store.LogDamage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a write-ahead log holds, by its own checksums: SQLite silently ignores every frame after the first
/// bad one, and all of them when the log's header is damaged. Immutable.
///
/// @param frames frames up to the last commit that SQLite applies
/// @param damage what it cannot apply of those that were committed
record WalFile(long frames, LogDamage damage) {
    /// How many frames fit into a log of this size.
    static long capacity(long sizeBytes, int pageSize) {
        return sizeBytes <= WalHeader.SIZE ? 0 : (sizeBytes - WalHeader.SIZE) / (WalHeader.FRAME_HEADER + pageSize);
    }

    /// @param wal may be missing
    /// @param databasePageSize of the database beside it
    /// @param index what is known of it besides; null for nothing
    /// @param visitor told each frame
    static WalFile examine(
            Path wal,
            int databasePageSize,
            @Nullable WalIndex index,
            WalFrames.Visitor visitor,
            Cancellation cancellation)
            throws IOException {
        if (Files.notExists(wal)) {
            return missing(index);
        }
        long size = Files.size(wal);
        if (size < WalHeader.SIZE) {
            // Nothing tells its generation.
            return new WalFile(
                    0,
                    index == null || !index.needsLog()
                            ? LogDamage.NONE
                            : new LogDamage(LogDamage.Cause.SHORTER, index.frames(), 0, false));
        }
        Count count = new Count();
        WalFrames.Extent extent = WalFrames.read(
                wal,
                databasePageSize,
                frame -> {
                    count.take(frame);
                    visitor.frame(frame);
                },
                cancellation);
        return new WalFile(count.committed, count.damage(extent, told(index, extent.header())));
    }

    /// A log that is not there.
    ///
    /// @param index what is known of it; null for nothing
    static WalFile missing(@Nullable WalIndex index) {
        return new WalFile(
                0,
                index == null || !index.needsLog()
                        ? LogDamage.NONE
                        : new LogDamage(LogDamage.Cause.MISSING, index.frames() - index.settled(), 0, false));
    }

    /// How many frames of this log are known to have been committed; 0 when nobody says. Where the log does not say of
    /// which generation it is, it is that of which the database needs frames.
    private static long told(@Nullable WalIndex index, WalHeader header) {
        if (index == null) {
            return 0;
        }
        boolean same = index.salts() == header.salts() || !header.sound() && index.needsLog();
        return same ? index.frames() : 0;
    }

    /// Counts frames. Confined to one reading.
    private static final class Count {
        private long committed;
        private long lastCommit;
        private long lastIntact;
        private long whole;
        private long openWhole;
        private long lostWhole;

        void take(WalFrames.Frame frame) {
            if (frame.intact()) {
                lastIntact = frame.number();
            }
            if (frame.whole()) {
                whole++;
                openWhole++;
            }
            if (frame.commits()) {
                lastCommit = frame.number();
                committed = frame.intact() ? frame.number() : committed;
                lostWhole += frame.intact() ? 0 : openWhole;
                openWhole = 0;
            }
        }

        /// @param told how many frames are known to have been committed; 0 when nobody says
        LogDamage damage(WalFrames.Extent extent, long told) {
            long end = Math.max(lastCommit, told);
            if (!extent.header().sound()) {
                // Frames of which none follows from another may have been anything.
                long hidden = end == 0 && whole == 0 ? extent.frames() : end;
                return hidden == 0 ? LogDamage.NONE : lost(LogDamage.Cause.HEADER, hidden, 0);
            }
            long bad = lastIntact + 1;
            if (end <= committed) {
                return extent.endsWithin()
                        ? new LogDamage(LogDamage.Cause.UNFINISHED, 0, extent.frames() + 1, true)
                        : LogDamage.NONE;
            }
            if (bad <= extent.frames()) {
                return lost(LogDamage.Cause.FRAME, end - committed, bad);
            }
            return lastCommit == bad
                    ? lost(LogDamage.Cause.CUT, end - committed, bad)
                    : lost(LogDamage.Cause.SHORTER, end - committed, extent.frames());
        }

        private LogDamage lost(LogDamage.Cause cause, long frames, long at) {
            return new LogDamage(cause, frames, at, lostWhole == frames);
        }
    }
}
