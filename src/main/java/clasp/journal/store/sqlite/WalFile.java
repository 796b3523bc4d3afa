package clasp.journal.store.sqlite;

import clasp.journal.store.Cancellation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What a write-ahead log holds, by its own checksums: SQLite silently ignores every frame after the first bad one.
/// Immutable.
///
/// @param frames frames up to the last commit that SQLite applies
/// @param lostFrames frames of the same generation after a damaged one, up to their last commit: SQLite ignores them
record WalFile(long frames, long lostFrames) {
    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;

    /// How many frames fit into a log of this size.
    static long capacity(long sizeBytes, int pageSize) {
        return sizeBytes <= HEADER ? 0 : (sizeBytes - HEADER) / (FRAME_HEADER + pageSize);
    }

    static WalFile examine(Path wal, Cancellation cancellation) throws IOException {
        try (FileChannel channel = FileChannel.open(wal, StandardOpenOption.READ)) {
            ByteBuffer header = ByteBuffer.allocate(HEADER);
            if (!fill(channel, header) || (header.getInt(0) & 0xFFFF_FFFE) != 0x377F_0682) {
                return new WalFile(0, 0);
            }
            return examine(channel, header, cancellation);
        }
    }

    private static WalFile examine(FileChannel channel, ByteBuffer header, Cancellation cancellation)
            throws IOException {
        ByteOrder order = (header.getInt(0) & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int pageSize = header.getInt(8);
        long salts = header.getLong(16);
        Checksum sum = new Checksum(order);
        sum.add(header, 0, HEADER - 8);
        if (!sum.is(header.getLong(24)) || pageSize < 512 || pageSize > 65_536) {
            return new WalFile(0, 0);
        }
        ByteBuffer frame = ByteBuffer.allocate(FRAME_HEADER + pageSize);
        boolean intact = true;
        long committed = 0;
        long lastCommit = 0;
        for (long number = 1; fill(channel, frame.clear()) && frame.getLong(8) == salts; number++) {
            cancellation.check();
            if (intact) {
                sum.add(frame, 0, 8);
                sum.add(frame, FRAME_HEADER, pageSize);
                intact = sum.is(frame.getLong(16));
            }
            if (frame.getInt(4) != 0) {
                lastCommit = number;
                committed = intact ? number : committed;
            }
        }
        return new WalFile(committed, lastCommit - committed);
    }

    private static boolean fill(FileChannel channel, ByteBuffer target) throws IOException {
        while (target.hasRemaining()) {
            if (channel.read(target) < 0) {
                return false;
            }
        }
        return true;
    }

    /// SQLite's running checksum over pairs of 32-bit words.
    private static final class Checksum {
        private final ByteOrder order;
        private int first;
        private int second;

        Checksum(ByteOrder order) {
            this.order = order;
        }

        void add(ByteBuffer bytes, int from, int count) {
            ByteBuffer words = bytes.duplicate().order(order);
            for (int i = from; i < from + count; i += 8) {
                first += words.getInt(i) + second;
                second += words.getInt(i + 4) + first;
            }
        }

        boolean is(long stored) {
            return stored == ((long) first << 32 | Integer.toUnsignedLong(second));
        }
    }
}
