package clasp.journal.wire;

import org.jspecify.annotations.Nullable;

/// A frame that was read. Immutable.
///
/// @param timestampMicros the sender's, µs since the Unix epoch, unsigned 64 bit; null when the frame has none
/// @param unreadBytes how many bytes at the end belong to nothing that is known. CLASP passes over them in silence,
///     so they are no error; a newer sender may have put something there
public record Frame(Qos qos, @Nullable Long timestampMicros, Encoding encoding, Message message, int unreadBytes) {
    static final int MAGIC = 0x53;
    static final int HEADER_BYTES = 4;
    static final int TIMESTAMP_BYTES = 8;

    static final int TIMESTAMP_FLAG = 0x20;
    static final int ENCRYPTED_FLAG = 0x10;
    static final int COMPRESSED_FLAG = 0x08;
    static final int VERSION_MASK = 0x07;

    /// The longest message that a frame can carry.
    public static final int MAX_PAYLOAD_BYTES = 65_535;
}
