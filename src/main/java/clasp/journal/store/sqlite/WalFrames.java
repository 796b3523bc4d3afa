package clasp.journal.store.sqlite;

import clasp.journal.store.Cancellation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Reads the frames of a write-ahead log, by SQLite's file format: each is a page with a header that bears
/// the salts of the log's generation and a checksum over everything from the log's beginning. Stateless.
final class WalFrames {
    private static final int SALTS_END = 16;

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
            return WalHeader.SIZE + (number - 1) * (WalHeader.FRAME_HEADER + (long) pageSize) + WalHeader.FRAME_HEADER;
        }

        /// Of a frame that is whole.
        byte[] content() {
            byte[] page = new byte[pageSize];
            bytes.get(WalHeader.FRAME_HEADER, page);
            return page;
        }
    }

    /// What was read. Immutable.
    ///
    /// @param frames how many frames of any generation are there to their end
    /// @param endsWithin whether the file ends within one more frame of the present generation; not where only its
    ///     header is there, as a writer that was killed between header and page leaves it
    record Extent(WalHeader header, long frames, boolean endsWithin) {}

    /// Told each frame in the order of the file.
    @FunctionalInterface
    interface Visitor {
        void frame(Frame frame) throws IOException;
    }

    /// Passes over frames of other generations. A frame within which the file ends comes last, and is not
    /// whole. Without a sound header none is intact.
    ///
    /// @param databasePageSize of the database beside the log
    static Extent read(Path wal, int databasePageSize, Visitor visitor, Cancellation cancellation) throws IOException {
        return read(wal, databasePageSize, Long.MAX_VALUE, visitor, cancellation);
    }

    /// The same of the first frames only.
    ///
    /// @param most how many
    static Extent read(Path wal, int databasePageSize, long most, Visitor visitor, Cancellation cancellation)
            throws IOException {
        try (FileChannel channel = FileChannel.open(wal, StandardOpenOption.READ)) {
            WalHeader header = WalHeader.read(channel, databasePageSize);
            channel.position(Math.min(WalHeader.SIZE, channel.size()));
            return read(channel, header, most, visitor, cancellation);
        }
    }

    private static Extent read(
            FileChannel channel, WalHeader header, long most, Visitor visitor, Cancellation cancellation)
            throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(WalHeader.FRAME_HEADER + header.pageSize());
        boolean intact = header.sound();
        boolean present = true;
        long before = header.sum();
        long number = 1;
        for (; number <= most && ReadOn.fill(channel, frame.clear()); number++) {
            cancellation.check();
            long stored = frame.getLong(SALTS_END);
            boolean salts = frame.getLong(8) == header.salts();
            // The checksum of nothing but zeros is zero, too, but no page has the number 0.
            boolean whole = (salts || present)
                    && frame.getInt(0) != 0
                    && WalHeader.sumOf(header.order(), before, frame).is(stored);
            // A frame with other salts that follows from the one before it has damaged ones. Any other is left from an
            // earlier generation, or damaged: then frames of this one follow.
            intact &= salts && whole;
            present = salts || whole;
            before = stored;
            if (present) {
                visitor.frame(new Frame(number, intact, whole, header.pageSize(), frame));
            }
        }
        boolean within = endsWithin(frame, header, present);
        if (within && frame.position() > WalHeader.FRAME_HEADER) {
            visitor.frame(new Frame(number, false, false, header.pageSize(), frame));
        }
        return new Extent(header, number - 1, within);
    }

    /// @param rest what is left after the last frame
    private static boolean endsWithin(ByteBuffer rest, WalHeader header, boolean afterPresent) {
        int bytes = rest.position();
        boolean ofThisGeneration = bytes < SALTS_END ? afterPresent : rest.getLong(8) == header.salts();
        return bytes > 0 && bytes != WalHeader.FRAME_HEADER && ofThisGeneration;
    }
}
