package clasp.journal.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import clasp.journal.store.TextBytes;
import org.jspecify.annotations.Nullable;

/// Makes texts of bytes, and the same object again for bytes that came lately. Grows as long as texts push each other
/// out, up to a bound. Used by one thread.
final class TextPool {
    /// Longer texts are made anew.
    private static final int MOST_BYTES = 256;

    private static final char BAD_UTF_8 = '\uFFFD';

    private final int most;
    /// Of the texts at the same places: most that do not fit are told from here, without a look at the text.
    private int[] hashes;

    private @Nullable String[] texts;
    private int pushedOut;

    /// @param places at first, a power of two
    /// @param most how many places there may be, a power of two
    TextPool(int places, int most) {
        this.most = most;
        hashes = new int[places];
        texts = new String[places];
    }

    /// @param from where plain UTF-8 begins, see [#isPlain]
    String text(byte[] page, int from, int to) {
        if (to - from > MOST_BYTES) {
            return decoded(page, from, to);
        }
        int hash = TextBytes.hash(page, from, to);
        int place = hash & hashes.length - 1;
        String before = texts[place];
        if (before != null && hashes[place] == hash && isAscii(before, page, from, to)) {
            return before;
        }
        String text = decoded(page, from, to);
        hashes[place] = hash;
        texts[place] = text;
        if (before != null && ++pushedOut > hashes.length / 2 && hashes.length < most) {
            grow();
        }
        return text;
    }

    /// Whether the bytes are this text, which a text with other characters never is found to be.
    private static boolean isAscii(String text, byte[] page, int from, int to) {
        if (text.length() != to - from) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != page[from + i]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        int[] formerHashes = hashes;
        @Nullable String[] formerTexts = texts;
        hashes = new int[2 * formerHashes.length];
        texts = new String[hashes.length];
        pushedOut = 0;
        for (int i = 0; i < formerTexts.length; i++) {
            int place = formerHashes[i] & hashes.length - 1;
            hashes[place] = formerHashes[i];
            texts[place] = formerTexts[i];
        }
    }

    /// Whether the bytes are plain UTF-8 text.
    static boolean isPlain(byte[] page, int from, int to) {
        String text = decoded(page, from, to);
        return text.indexOf(BAD_UTF_8) < 0 && text.indexOf('\0') < 0;
    }

    static String decoded(byte[] page, int from, int to) {
        return new String(page, from, to - from, UTF_8);
    }
}
