package clasp.journal.store.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// What the shared memory that a killed writer left says of its log: SQLite notes there how many frames it has
/// committed, so it shows when the log has fewer. Immutable.
///
/// @param salts of the log's generation
/// @param frames how many frames were committed
/// @param settled how many of them the database has
record WalIndex(long salts, long frames, long settled) {
    private static final int HEADER = 48;
    private static final int SUM_AT = 40;
    private static final int SETTLED_AT = 2 * HEADER;
    private static final int VERSION = 3_007_000;

    /// As much of the shared memory as is read.
    static final int BYTES = SETTLED_AT + Integer.BYTES;

    /// Empty when there is none, or it is not to be trusted. Nobody may have the database open in this process.
    static Optional<WalIndex> read(Path shm) {
        if (!Files.isRegularFile(shm)) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        try (FileChannel channel = FileChannel.open(shm, StandardOpenOption.READ)) {
            ReadOn.fill(channel, bytes);
        } catch (IOException e) {
            System.getLogger(WalIndex.class.getName())
                    .log(System.Logger.Level.DEBUG, "The shared memory " + shm + " cannot be read", e);
            return Optional.empty();
        }
        return bytes.hasRemaining() ? Optional.empty() : of(bytes.array());
    }

    /// @param beginning the first [#BYTES] of the shared memory
    static Optional<WalIndex> of(byte[] beginning) {
        ByteBuffer bytes = ByteBuffer.wrap(beginning).order(ByteOrder.nativeOrder());
        return sound(bytes) ? Optional.of(of(bytes)) : Optional.empty();
    }

    /// SQLite writes it twice, one after the other, so a change that was broken off shows.
    private static boolean sound(ByteBuffer bytes) {
        WalChecksum sum = new WalChecksum(ByteOrder.nativeOrder());
        sum.add(bytes, 0, SUM_AT);
        long stored = (long) bytes.getInt(SUM_AT) << 32 | Integer.toUnsignedLong(bytes.getInt(SUM_AT + 4));
        return bytes.getInt(0) == VERSION
                && sum.is(stored)
                && bytes.slice(0, HEADER).equals(bytes.slice(HEADER, HEADER));
    }

    private static WalIndex of(ByteBuffer bytes) {
        // The salts are stored as in the log.
        long salts = bytes.duplicate().order(ByteOrder.BIG_ENDIAN).getLong(32);
        return new WalIndex(
                salts, Integer.toUnsignedLong(bytes.getInt(16)), Integer.toUnsignedLong(bytes.getInt(SETTLED_AT)));
    }

    /// Whether nothing that the earlier one calls committed was written again since.
    boolean continues(WalIndex earlier) {
        return salts == earlier.salts && frames >= earlier.frames;
    }

    /// Whether it tells of committed frames that the database does not have.
    boolean needsLog() {
        return frames > settled;
    }
}
