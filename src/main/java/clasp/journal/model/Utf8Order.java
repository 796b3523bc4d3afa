package clasp.journal.model;

import java.util.Comparator;

/// Orders texts as the bytes of their UTF-8 form are ordered, which is also the order of an SQLite index. (It differs
/// from the natural order of strings where characters beyond U+FFFF meet those from U+E000 on.) Stateless.
public enum Utf8Order implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                return Character.compare(rank(a), rank(b));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    /// Surrogates stand for characters above all others.
    private static char rank(char c) {
        if (c < Character.MIN_SURROGATE) {
            return c;
        }
        return (char) (c <= Character.MAX_SURROGATE ? c + 0x2000 : c - 0x800);
    }
}
