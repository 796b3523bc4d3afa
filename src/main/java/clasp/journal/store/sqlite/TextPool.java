package clasp.journal.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Makes texts of bytes, and the same object again for bytes that came lately. Holds a bounded number of
/// texts. Used by one thread.
final class TextPool {
    /// Longer texts are made anew.
    private static final int MOST_BYTES = 256;

    private static final char BAD_UTF_8 = '\uFFFD';

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private record Known(byte[] bytes, String text) {}

    private final @Nullable Known[] known;

    /// @param places a power of two
    TextPool(int places) {
        known = new Known[places];
    }

    /// Null when the bytes are not plain UTF-8 text, so that SQLite has to say what they read as.
    @Nullable
    String text(byte[] page, int from, int to) {
        if (to - from > MOST_BYTES) {
            return decoded(page, from, to);
        }
        int place = hash(page, from, to) & known.length - 1;
        Known before = known[place];
        if (before != null && Arrays.equals(before.bytes(), 0, before.bytes().length, page, from, to)) {
            return before.text();
        }
        String text = decoded(page, from, to);
        if (text != null) {
            known[place] = new Known(Arrays.copyOfRange(page, from, to), text);
        }
        return text;
    }

    static @Nullable String decoded(byte[] page, int from, int to) {
        String text = new String(page, from, to - from, UTF_8);
        return text.indexOf(BAD_UTF_8) >= 0 || text.indexOf('\0') >= 0 ? null : text;
    }

    private static int hash(byte[] page, int from, int to) {
        long hash = to - from;
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            hash = (hash ^ (long) WORDS.get(page, i)) * SPREAD;
            hash ^= hash >>> 32;
        }
        for (; i < to; i++) {
            hash = (hash ^ page[i]) * SPREAD;
        }
        return (int) (hash ^ hash >>> 29);
    }
}
