package clasp.journal.ui.detail;

/// Makes a text fit one line without hiding what is in it. Thread-safe.
final class LineText {
    private LineText() {}

    /// Control characters become visible signs, those that turn the writing direction escapes; after `max` characters
    /// the text is cut with an ellipsis.
    static String of(String text, int max) {
        int end = Math.min(text.length(), max);
        if (end < text.length() && end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        var line = new StringBuilder(end + 1);
        text.substring(0, end).chars().forEach(c -> append(line, (char) c));
        return end < text.length() ? line.append('…').toString() : line.toString();
    }

    /// The same for text that may be long and keeps its line breaks.
    static String visible(String text) {
        var lines = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (c == '\n' || c == '\t') {
                lines.append((char) c);
            } else {
                append(lines, (char) c);
            }
        });
        return lines.toString();
    }

    private static void append(StringBuilder line, char c) {
        if (c < ' ') {
            line.append((char) (0x2400 + c));
        } else if (isUnseen(c)) {
            line.append(String.format("\\u%04x", (int) c));
        } else {
            line.append(c);
        }
    }

    private static boolean isUnseen(char c) {
        return (c >= 0x7f && c < 0xa0)
                || c == 0x2028
                || c == 0x2029
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
