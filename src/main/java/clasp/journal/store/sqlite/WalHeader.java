package clasp.journal.store.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/// The beginning of a write-ahead log, or what its first frames tell of it where it is damaged. Immutable.
///
/// @param sound whether SQLite takes it; else it ignores the whole log
/// @param pageSize of the log, or of the database where the log does not say
/// @param salts of the log's generation
/// @param sum the checksum that the first frame goes on from
record WalHeader(boolean sound, ByteOrder order, int pageSize, long salts, long sum) {
    static final int SIZE = 32;
    static final int FRAME_HEADER = 24;

    private static final int SUM_AT = 24;
    private static final int USUAL_PAGE_SIZE = 4_096;
    private static final int VERSION = 3_007_000;

    /// @param databasePageSize of the database beside the log
    static WalHeader read(FileChannel channel, int databasePageSize) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE);
        ReadOn.fill(channel, bytes, 0);
        boolean magic = (bytes.getInt(0) & 0xFFFF_FFFE) == 0x377F_0682;
        ByteOrder order = (bytes.getInt(0) & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int pageSize = bytes.getInt(8);
        WalChecksum sum = new WalChecksum(order);
        sum.add(bytes, 0, SUM_AT);
        boolean sound = !bytes.hasRemaining()
                && magic
                && bytes.getInt(4) == VERSION
                && sum.is(bytes.getLong(SUM_AT))
                && isPageSize(pageSize);
        return sound
                ? new WalHeader(true, order, pageSize, bytes.getLong(16), sum.value())
                : damaged(channel, databasePageSize, bytes);
    }

    /// A log is of the generation of its first frame that is one; its byte order is the one in which a frame
    /// follows from the one before it.
    private static WalHeader damaged(FileChannel channel, int databasePageSize, ByteBuffer header) throws IOException {
        int pageSize = isPageSize(databasePageSize) ? databasePageSize : USUAL_PAGE_SIZE;
        int length = FRAME_HEADER + pageSize;
        ByteBuffer first = ByteBuffer.allocate(length);
        ByteBuffer second = ByteBuffer.allocate(length);
        long at = SIZE;
        boolean any = ReadOn.fill(channel, first, at);
        // Zeros are what a file has where nothing was written before the power went: no frame is of page 0.
        while (any && first.getInt(0) == 0) {
            at += length;
            any = ReadOn.fill(channel, first.clear(), at);
        }
        boolean two = any && ReadOn.fill(channel, second, at + length);
        boolean big = any && at == SIZE && follows(ByteOrder.BIG_ENDIAN, header.getLong(SUM_AT), first)
                || two && follows(ByteOrder.BIG_ENDIAN, first.getLong(16), second);
        return new WalHeader(
                false,
                big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                pageSize,
                any ? first.getLong(8) : header.getLong(16),
                header.getLong(SUM_AT));
    }

    private static boolean isPageSize(int bytes) {
        return bytes >= 512 && bytes <= 65_536 && Integer.bitCount(bytes) == 1;
    }

    private static boolean follows(ByteOrder order, long before, ByteBuffer frame) {
        return sumOf(order, before, frame).is(frame.getLong(16));
    }

    /// The checksum that a frame has to bear after another one.
    static WalChecksum sumOf(ByteOrder order, long before, ByteBuffer frame) {
        WalChecksum sum = new WalChecksum(order, before);
        sum.add(frame, 0, 8);
        sum.add(frame, FRAME_HEADER, frame.capacity() - FRAME_HEADER);
        return sum;
    }
}
