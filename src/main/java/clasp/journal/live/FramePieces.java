package clasp.journal.live;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Puts a frame together that comes in pieces, up to a length. Confined to one connection.
final class FramePieces {
    /// Header, timestamp, the longest message.
    static final int MOST_BYTES = 12 + clasp.journal.wire.Frame.MAX_PAYLOAD_BYTES;

    private byte[] bytes = new byte[1 << 10];
    private int size;

    /// @return whether there was room for it
    boolean add(ByteBuffer piece) {
        int length = piece.remaining();
        if (length > MOST_BYTES - size) {
            return false;
        }
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(MOST_BYTES, Math.max(2 * bytes.length, size + length)));
        }
        piece.get(bytes, size, length);
        size += length;
        return true;
    }

    /// The frame; what comes next is another one.
    byte[] take() {
        byte[] frame = Arrays.copyOf(bytes, size);
        size = 0;
        return frame;
    }
}
