package clasp.journal.wire;

import org.jspecify.annotations.Nullable;

/// Messages to frames, in the binary encoding. Stateless.
public final class FrameWriter {
    private static final int BINARY_VERSION = 1;
    private static final int QOS_SHIFT = 6;
    private static final int FLAGS_INDEX = 1;
    private static final int LENGTH_INDEX = 2;

    private FrameWriter() {}

    /// The frame that CLASP writes for the message: with its usual QoS and without a timestamp.
    ///
    /// @throws UnwritableMessageException when the message does not fit into a frame
    public static byte[] write(Message message) {
        return write(message, Qos.usualFor(message), null);
    }

    /// @param timestampMicros µs since the Unix epoch, unsigned 64 bit; null for none
    /// @throws UnwritableMessageException when the message does not fit into a frame
    public static byte[] write(Message message, Qos qos, @Nullable Long timestampMicros) {
        int header = Frame.HEADER_BYTES + (timestampMicros == null ? 0 : Frame.TIMESTAMP_BYTES);
        ByteSink out = new ByteSink(header);
        BinaryCodec.write(message, out, 0);
        out.patchU8(0, Frame.MAGIC);
        out.patchU8(
                FLAGS_INDEX,
                qos.code() << QOS_SHIFT | (timestampMicros == null ? 0 : Frame.TIMESTAMP_FLAG) | BINARY_VERSION);
        out.patchU16(LENGTH_INDEX, out.size() - header);
        if (timestampMicros != null) {
            out.patchI64(Frame.HEADER_BYTES, timestampMicros);
        }
        return out.toBytes();
    }
}
