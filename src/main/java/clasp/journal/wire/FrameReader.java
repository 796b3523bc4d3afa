package clasp.journal.wire;

/// Frames to messages. Whatever the bytes are, they give a frame or a [WireException]; no length among them is
/// believed before as many bytes have been seen. Stateless.
public final class FrameReader {
    private static final int QOS_SHIFT = 6;
    private static final int NEWEST_VERSION = 1;

    private FrameReader() {}

    /// Reads one frame, which is one WebSocket message.
    ///
    /// Where CLASP reads something that cannot be meant (an unknown signal type as an event, an unknown gesture
    /// phase as its start), this is an error; where it passes over what a newer sender may have added (flags
    /// without a meaning, bytes at the end), so does this, and [Frame#unreadBytes()] tells.
    ///
    /// @throws WireException when the bytes are no frame, or one that is encrypted, compressed, or too deep
    public static Frame read(byte[] bytes) {
        ByteSource header = new ByteSource(bytes, 0, bytes.length);
        int magic = header.u8("first byte of a frame");
        if (magic != Frame.MAGIC) {
            throw new WireException(String.format("A frame begins with 0x53, not with 0x%02X.", magic), 0);
        }
        int flags = header.u8("set of frame flags");
        refuseUnreadable(flags);
        int length = header.u16("length of the message");
        Long timestamp = (flags & Frame.TIMESTAMP_FLAG) == 0 ? null : (Long) header.i64("frame's timestamp");
        ByteSource payload = header.part(length, "message");
        if (payload.remaining() == 0) {
            throw new WireException("The frame holds no message.", payload.offset());
        }
        Qos qos = Qos.ofCode(flags >> QOS_SHIFT);
        // By the first byte, like CLASP: some peers leave the version at 0 with binary messages.
        if (LegacyReader.isLegacy(bytes[payload.offset()])) {
            LegacyReader legacy = new LegacyReader(bytes, payload.offset(), payload.offset() + length);
            Message message = legacy.read();
            return new Frame(qos, timestamp, Encoding.LEGACY, message, legacy.unreadBytes() + header.remaining());
        }
        Message message = BinaryCodec.read(payload, 0);
        return new Frame(qos, timestamp, Encoding.BINARY, message, payload.unreadBytes() + header.remaining());
    }

    private static void refuseUnreadable(int flags) {
        if ((flags & Frame.ENCRYPTED_FLAG) != 0) {
            throw new WireException("The frame is encrypted, which cannot be read here.", 1);
        }
        if ((flags & Frame.COMPRESSED_FLAG) != 0) {
            throw new WireException("The frame is compressed, which cannot be read here.", 1);
        }
        int version = flags & Frame.VERSION_MASK;
        if (version > NEWEST_VERSION) {
            throw new WireException("The frame's encoding version is " + version + "; 0 and 1 are known.", 1);
        }
    }
}
