package clasp.journal.ui.detail;

/// Steps over the parts of a text that is known to be JSON, without building anything and without recursion. Confined
/// to one thread.
final class JsonWalk {
    /// What [#skipValue()] answers for all but arrays and maps.
    static final int NO_CONTAINER = -1;

    private final String text;
    private int at;

    JsonWalk(String text, int start) {
        this.text = text;
        this.at = start;
    }

    int position() {
        return at;
    }

    void skipBlanks() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }

    /// Steps over one character and the blanks after it, if it is this one.
    void skip(char sign) {
        if (at < text.length() && text.charAt(at) == sign) {
            at++;
            skipBlanks();
        }
    }

    /// Steps over a string.
    void skipString() {
        at++;
        char c = text.charAt(at);
        while (c != '"') {
            at += c == '\\' ? 2 : 1;
            c = text.charAt(at);
        }
        at++;
    }

    /// Steps over a value.
    /// @return how many items or members an array or a map has
    int skipValue() {
        return switch (text.charAt(at)) {
            case '"' -> {
                skipString();
                yield NO_CONTAINER;
            }
            case '[', '{' -> skipContainer();
            default -> {
                skipWord();
                yield NO_CONTAINER;
            }
        };
    }

    private int skipContainer() {
        int depth = 0;
        int commas = 0;
        boolean empty = true;
        do {
            char c = text.charAt(at);
            switch (c) {
                case '"' -> {
                    empty = false;
                    skipString();
                    continue;
                }
                case '[', '{' -> {
                    empty &= depth == 0;
                    depth++;
                }
                case ']', '}' -> depth--;
                case ',' -> commas += depth == 1 ? 1 : 0;
                default -> empty &= c <= ' ';
            }
            at++;
        } while (depth > 0);
        return empty ? 0 : commas + 1;
    }

    /// A number, `true`, `false` or `null`.
    private void skipWord() {
        while (at < text.length() && isPartOfWord(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isPartOfWord(char c) {
        return c > ' ' && c != ',' && c != ']' && c != '}';
    }
}
