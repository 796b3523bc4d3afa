package clasp.journal.ui.table;

/// Makes any text fit a single line of a cell without hiding what is in it. Thread-safe.
final class OneLine {
    private OneLine() {}

    /// The text with line breaks and other control characters as visible signs, and those that would turn the writing
    /// direction as escapes; cut with an ellipsis after `max` characters.
    static String of(String text, int max) {
        int end = Math.min(text.length(), max);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        boolean cut = end < text.length();
        int odd = 0;
        while (odd < end && !needsSign(text.charAt(odd))) {
            odd++;
        }
        if (odd == end) {
            return cut ? text.substring(0, end) + "…" : text;
        }
        var line = new StringBuilder(end + 16).append(text, 0, odd);
        for (int i = odd; i < end; i++) {
            char c = text.charAt(i);
            if (c < 0x20) {
                line.append((char) (0x2400 + c));
            } else if (needsSign(c)) {
                line.append(String.format("\\u%04x", (int) c));
            } else {
                line.append(c);
            }
        }
        return cut ? line.append('…').toString() : line.toString();
    }

    private static boolean needsSign(char c) {
        return c < 0x20
                || (c >= 0x7f && c < 0xa0)
                || c == 0x2028
                || c == 0x2029
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
