package clasp.journal.wire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Collects the big-endian fields of a frame, header and all, and refuses what a frame cannot hold. Confined to one
/// thread.
final class ByteSink {
    private static final int FIRST_CAPACITY = 128;
    private static final int MAX_U16 = 0xFFFF;
    private static final long MAX_U32 = 0xFFFF_FFFFL;

    private final int limit;
    private ByteBuffer bytes = ByteBuffer.allocate(FIRST_CAPACITY);

    /// @param headerBytes how many of the first bytes are no payload
    ByteSink(int headerBytes) {
        limit = headerBytes + Frame.MAX_PAYLOAD_BYTES;
        bytes.position(headerBytes);
    }

    int size() {
        return bytes.position();
    }

    /// What was written, the header's bytes being those that [#patchU8] and its like put there.
    byte[] toBytes() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    void u8(long value, String what) {
        room(1).put((byte) fitting(value, 0xFF, what));
    }

    void u16(long value, String what) {
        room(2).putShort((short) fitting(value, MAX_U16, what));
    }

    void u32(long value, String what) {
        room(4).putInt((int) fitting(value, MAX_U32, what));
    }

    void i8(byte value) {
        room(1).put(value);
    }

    void i16(short value) {
        room(2).putShort(value);
    }

    void i32(int value) {
        room(4).putInt(value);
    }

    void i64(long value) {
        room(8).putLong(value);
    }

    void f32(float value) {
        room(4).putFloat(value);
    }

    void f64(double value) {
        room(8).putDouble(value);
    }

    void text(String text, String what) {
        byteString(utf8(text, what), what);
    }

    void byteString(byte[] content, String what) {
        if (content.length > MAX_U16) {
            throw new UnwritableMessageException(
                    "The " + what + " takes " + content.length + " bytes; 65,535 is the most.");
        }
        u16(content.length, what);
        room(content.length).put(content);
    }

    /// A list's length, before its items.
    void count(int items, String what) {
        if (items > MAX_U16) {
            throw new UnwritableMessageException("There are " + items + " " + what + "; 65,535 is the most.");
        }
        u16(items, what);
    }

    void patchU8(int index, int value) {
        bytes.put(index, (byte) value);
    }

    void patchU16(int index, int value) {
        bytes.putShort(index, (short) value);
    }

    void patchI64(int index, long value) {
        bytes.putLong(index, value);
    }

    private ByteBuffer room(int count) {
        if (count > bytes.remaining()) {
            int needed = bytes.position() + count;
            if (needed > limit) {
                throw new UnwritableMessageException(
                        "The message takes more than the 65,535 bytes that a frame can carry.");
            }
            byte[] larger = Arrays.copyOf(bytes.array(), Math.min(limit, Math.max(needed, bytes.capacity() * 2)));
            bytes = ByteBuffer.wrap(larger).position(bytes.position());
        }
        return bytes;
    }

    private static long fitting(long value, long most, String what) {
        if (value < 0 || value > most) {
            throw new UnwritableMessageException(
                    "The " + what + " is " + value + "; it must be from 0 to " + most + ".");
        }
        return value;
    }

    private static byte[] utf8(String text, String what) {
        if (!isWellFormed(text)) {
            throw new UnwritableMessageException("The " + what + " holds half a surrogate pair, which is no text.");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                return StandardCharsets.UTF_8.newEncoder().canEncode(CharBuffer.wrap(text, i, text.length()));
            }
        }
        return true;
    }
}
