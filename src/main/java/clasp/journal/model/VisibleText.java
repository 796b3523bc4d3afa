package clasp.journal.model;

/// Makes visible what is no text to read. Stateless.
public final class VisibleText {
    private VisibleText() {}

    /// Control characters as the signs that stand for them, those that would turn the writing direction or break the
    /// line as escapes.
    public static String of(String text) {
        if (text.chars().noneMatch(c -> needsSign((char) c))) {
            return text;
        }
        var visible = new StringBuilder(text.length() + 16);
        text.chars().forEach(c -> append(visible, (char) c));
        return visible.toString();
    }

    /// Appends the character, or the sign for it.
    public static void append(StringBuilder to, char c) {
        if (c < ' ') {
            to.append((char) (0x2400 + c));
        } else if (needsSign(c)) {
            to.append(String.format("\\u%04x", (int) c));
        } else {
            to.append(c);
        }
    }

    /// Whether it is no character to read, or turns the writing direction.
    public static boolean needsSign(char c) {
        return c < ' '
                || (c >= 0x7f && c < 0xa0)
                || c == 0x2028
                || c == 0x2029
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
