package clasp.journal.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads big-endian fields of a frame from its bytes. Each `what` names the field for the sentence that says that it
/// is cut short. Confined to one thread.
final class ByteSource {
    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);

    private final byte[] bytes;
    private final int end;
    private int at;
    private int passedOver;

    ByteSource(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /// Where the next byte is read, counted from the first byte of the frame.
    int offset() {
        return at;
    }

    int remaining() {
        return end - at;
    }

    int u8(String what) {
        return bytes[take(1, what)] & 0xFF;
    }

    byte i8(String what) {
        return bytes[take(1, what)];
    }

    int u16(String what) {
        return i16(what) & 0xFFFF;
    }

    short i16(String what) {
        return (short) SHORT.get(bytes, take(2, what));
    }

    long u32(String what) {
        return i32(what) & 0xFFFF_FFFFL;
    }

    int i32(String what) {
        return (int) INT.get(bytes, take(4, what));
    }

    /// Signed or unsigned, as the field has it.
    long i64(String what) {
        return (long) LONG.get(bytes, take(8, what));
    }

    float f32(String what) {
        return Float.intBitsToFloat(i32(what));
    }

    double f64(String what) {
        return Double.longBitsToDouble(i64(what));
    }

    /// A length of 16 bits and as many bytes of UTF-8.
    String text(String what) {
        int length = u16(what);
        int start = take(length, what);
        return utf8(bytes, start, length, what);
    }

    /// A length of 16 bits and as many bytes.
    byte[] byteString(String what) {
        int length = u16(what);
        int start = take(length, what);
        return Arrays.copyOfRange(bytes, start, start + length);
    }

    /// The next bytes as a source of their own, which counts offsets from the same first byte.
    ByteSource part(int length, String what) {
        int start = take(length, what);
        return new ByteSource(bytes, start, start + length);
    }

    /// Counts what is unread in a part as unread in this.
    void passOverRestOf(ByteSource part) {
        passedOver += part.unreadBytes();
    }

    /// How many bytes no field was read from, once reading is over.
    int unreadBytes() {
        return remaining() + passedOver;
    }

    private int take(int count, String what) {
        if (count > end - at) {
            throw new WireException(
                    "The " + what + " takes " + count + (count == 1 ? " byte" : " bytes") + ", but " + (end - at)
                            + (end - at == 1 ? " is" : " are") + " left.",
                    at);
        }
        int start = at;
        at += count;
        return start;
    }

    /// Strict: what is no UTF-8 is refused, not replaced.
    static String utf8(byte[] bytes, int start, int length, String what) {
        String text = new String(bytes, start, length, StandardCharsets.UTF_8);
        // Only then can it be a replacement for something malformed.
        if (text.indexOf('\uFFFD') >= 0) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, length));
            } catch (CharacterCodingException e) {
                throw new WireException("The " + what + " is not UTF-8.", start);
            }
        }
        return text;
    }

    private static VarHandle view(Class<?> arrayType) {
        return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.BIG_ENDIAN);
    }
}
