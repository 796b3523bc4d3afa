package clasp.journal.query;

/// The word of a filter's text that a place belongs to, without minus signs and parentheses before it. Immutable.
///
/// @param end exclusive
record QueryWord(int start, int end) {
    /// The word that begins before the caret and goes on to it; an empty one when the caret stands between words.
    static QueryWord around(String text, int caret) {
        int index = 0;
        while (index < caret) {
            char c = text.charAt(index);
            if (QueryScanner.isSpace(c) || c == '(' || c == ')' || c == '-') {
                index++;
                continue;
            }
            int end = end(text, index);
            if (end >= caret) {
                return new QueryWord(index, end);
            }
            index = end;
        }
        return new QueryWord(caret, caret);
    }

    private static int end(String text, int start) {
        int open = 0;
        boolean quoted = false;
        int index = start;
        while (index < text.length()) {
            char c = text.charAt(index);
            if (quoted && c == '\\') {
                index++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                open += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (open < 0 || QueryScanner.isSpace(c)) {
                    return index;
                }
            }
            index++;
        }
        return text.length();
    }
}
