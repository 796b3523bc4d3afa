package clasp.journal.store.sqlite;

import clasp.journal.store.Cancellation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Reads the frames of a write-ahead log, by SQLite's file format: each is a page with a header that bears
/// the salts of the log's generation and a checksum over everything from the log's beginning. Stateless.
final class WalFrames {
    static final int HEADER = 32;
    static final int FRAME_HEADER = 24;

    private WalFrames() {}

    /// A frame of the log's present generation. The buffer is good during the visit only.
    ///
    /// @param number from 1
    /// @param intact whether this frame and all before it have the right checksum; SQLite ignores all others
    /// @param whole whether this frame's own checksum follows from the one before it, so that its content
    ///     is as it was written although SQLite ignores it
    /// @param bytes the frame with its header
    record Frame(long number, boolean intact, boolean whole, int pageSize, ByteBuffer bytes) {
        /// The number of the page that it holds.
        long page() {
            return Integer.toUnsignedLong(bytes.getInt(0));
        }

        /// Whether it is the last one of a transaction.
        boolean commits() {
            return bytes.getInt(4) != 0;
        }

        /// How many pages the database has after the transaction; of the frame that commits it.
        long databasePages() {
            return Integer.toUnsignedLong(bytes.getInt(4));
        }

        /// Where in the file the page's content is.
        long contentAt() {
            return HEADER + (number - 1) * (FRAME_HEADER + (long) pageSize) + FRAME_HEADER;
        }

        byte[] content() {
            byte[] page = new byte[pageSize];
            bytes.get(FRAME_HEADER, page);
            return page;
        }
    }

    /// Told each frame in the order of the file.
    @FunctionalInterface
    interface Visitor {
        void frame(Frame frame) throws IOException;
    }

    /// Passes over frames of other generations. A log without a sound header has no frames.
    static void read(Path wal, Visitor visitor, Cancellation cancellation) throws IOException {
        try (FileChannel channel = FileChannel.open(wal, StandardOpenOption.READ)) {
            ByteBuffer header = ByteBuffer.allocate(HEADER);
            if (!fill(channel, header) || (header.getInt(0) & 0xFFFF_FFFE) != 0x377F_0682) {
                return;
            }
            ByteOrder order = (header.getInt(0) & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            int pageSize = header.getInt(8);
            Checksum sum = new Checksum(order);
            sum.add(header, 0, HEADER - 8);
            if (!sum.is(header.getLong(24)) || pageSize < 512 || pageSize > 65_536) {
                return;
            }
            read(channel, header.getLong(16), new ByteReading(order, sum, pageSize), visitor, cancellation);
        }
    }

    private record ByteReading(ByteOrder order, Checksum sum, int pageSize) {}

    private static void read(
            FileChannel channel, long salts, ByteReading reading, Visitor visitor, Cancellation cancellation)
            throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(FRAME_HEADER + reading.pageSize());
        boolean intact = true;
        long before = reading.sum().value();
        for (long number = 1; fill(channel, frame.clear()); number++) {
            cancellation.check();
            long stored = frame.getLong(16);
            if (frame.getLong(8) != salts) {
                // Left from an earlier generation, or damaged: then frames of this one follow.
                intact = false;
                before = stored;
                continue;
            }
            Checksum own = new Checksum(reading.order(), before);
            own.add(frame, 0, 8);
            own.add(frame, FRAME_HEADER, reading.pageSize());
            boolean whole = own.is(stored);
            intact &= whole;
            visitor.frame(new Frame(number, intact, whole, reading.pageSize(), frame));
            before = stored;
        }
    }

    private static boolean fill(FileChannel channel, ByteBuffer target) throws IOException {
        while (target.hasRemaining()) {
            if (channel.read(target) < 0) {
                return false;
            }
        }
        return true;
    }

    /// SQLite's running checksum over pairs of 32-bit words. Confined to one reading.
    private static final class Checksum {
        private final ByteOrder order;
        private int first;
        private int second;

        Checksum(ByteOrder order) {
            this(order, 0);
        }

        Checksum(ByteOrder order, long value) {
            this.order = order;
            first = (int) (value >>> 32);
            second = (int) value;
        }

        void add(ByteBuffer bytes, int from, int count) {
            ByteBuffer words = bytes.duplicate().order(order);
            for (int i = from; i < from + count; i += 8) {
                first += words.getInt(i) + second;
                second += words.getInt(i + 4) + first;
            }
        }

        long value() {
            return (long) first << 32 | Integer.toUnsignedLong(second);
        }

        boolean is(long stored) {
            return stored == value();
        }
    }
}
