package clasp.journal.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A text as the bytes of its UTF-8, where they stand among others, so that millions of texts are compared without
/// being made. Who shows one text after the other may use the same object again. Not thread-safe.
public final class TextBytes {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH_1 = 0x0101_0101_0101_0101L;
    private static final long EACH_128 = 0x8080_8080_8080_8080L;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private byte[] bytes = {};
    private int from;
    private int to;
    private int hash;

    public static TextBytes of(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        TextBytes all = new TextBytes();
        all.set(bytes, 0, bytes.length);
        return all;
    }

    /// Stands for other bytes from now on, which are not copied.
    public void set(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        hash = hash(bytes, from, to);
    }

    public int length() {
        return to - from;
    }

    /// The same for the same bytes; all its bits differ where bytes differ.
    public int hash() {
        return hash;
    }

    /// Whether the same bytes stand there.
    public boolean isAt(byte[] other, int at) {
        return Arrays.equals(bytes, from, to, other, at, at + to - from);
    }

    public void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, from, target, at, to - from);
    }

    /// The text.
    @Override
    public String toString() {
        return new String(bytes, from, to - from, UTF_8);
    }

    /// The hash of the bytes from one index to before another.
    public static int hash(byte[] bytes, int from, int to) {
        long hash = to - from;
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            hash = mixed(hash, (long) WORDS.get(bytes, i));
        }
        if (i < to) {
            hash = mixed(hash, end(bytes, i, to));
        }
        return (int) (hash ^ hash >>> 29);
    }

    /// Whether the bytes are characters of ASCII, but for NUL.
    public static boolean isAscii(byte[] bytes, int from, int to) {
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long word = (long) WORDS.get(bytes, i);
            // The subtraction makes the highest bit of the lowest byte that is 0.
            if (((word | word - EACH_1) & EACH_128) != 0) {
                return false;
            }
        }
        for (; i < to; i++) {
            if (bytes[i] <= 0) {
                return false;
            }
        }
        return true;
    }

    /// The last bytes, fewer than a word, at once: those before them are shifted out.
    private static long end(byte[] bytes, int from, int to) {
        if (to >= Long.BYTES) {
            int bitsBefore = Byte.SIZE * (Long.BYTES - (to - from));
            return (long) WORDS.get(bytes, to - Long.BYTES) >>> bitsBefore;
        }
        long word = 0;
        for (int i = to - 1; i >= from; i--) {
            word = word << Byte.SIZE | bytes[i] & 0xFF;
        }
        return word;
    }

    private static long mixed(long hash, long word) {
        long mixed = (hash ^ word) * SPREAD;
        return mixed ^ mixed >>> 32;
    }
}
