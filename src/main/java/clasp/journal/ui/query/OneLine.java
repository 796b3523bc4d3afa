package clasp.journal.ui.query;

import clasp.journal.query.Query;
import clasp.journal.query.QuerySyntaxException;

/// Filters in one line: a text field drops the ends of lines, which would join the words around them. Thread-safe.
final class OneLine {
    private OneLine() {}

    /// The text with a space for each run of line ends and tabs.
    static String of(String text) {
        String line = text.replaceAll("[\\r\\n\\t]+", " ");
        return line.equals(text) || means(line, text) ? line : inQuotes(text);
    }

    private static boolean means(String line, String text) {
        try {
            return Query.parse(line).filter().equals(Query.parse(text).filter());
        } catch (QuerySyntaxException e) {
            return true;
        }
    }

    /// A line end inside quotes is a part of what is sought.
    private static String inQuotes(String text) {
        var line = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quoted && c == '\\' && at + 1 < text.length()) {
                line.append(c).append(text.charAt(++at));
                continue;
            }
            quoted ^= c == '"';
            switch (c) {
                case '\n' -> line.append(quoted ? "\\n" : " ");
                case '\r' -> line.append(quoted ? "\\r" : " ");
                case '\t' -> line.append(quoted ? "\\t" : " ");
                default -> line.append(c);
            }
        }
        return line.toString();
    }
}
