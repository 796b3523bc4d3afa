package clasp.journal.store.sqlite;

import clasp.journal.query.AddressPattern;

/// What SQLite's GLOB can tell of an address pattern: never too little, so that a closer look at what is left decides.
/// Its `*` crosses slashes and its `?` takes a whole character; so every wildcard becomes `*`, along with the slashes
/// beside a `**`, which may stand for no segment at all.
final class GlobSql {
    private static final int MAX_LENGTH = 10_000;

    private GlobSql() {}

    static SqlCondition of(AddressPattern pattern) {
        String text = pattern.text();
        if (text.startsWith("!") || text.length() > MAX_LENGTH) {
            return SqlCondition.UNKNOWN;
        }
        StringBuilder glob = new StringBuilder();
        int end = simple(text);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean beside = c == '/' && (text.startsWith("**", i + 1) || text.startsWith("**", i - 2));
            if (c != '*' && c != '?' && !beside) {
                glob.append(c);
            } else if (glob.isEmpty() || glob.charAt(glob.length() - 1) != '*') {
                glob.append('*');
            }
        }
        if (end < text.length()) {
            glob.append('*');
        }
        return SqlCondition.atMost(
                "(" + FilterSql.ADDRESS + " GLOB ? OR instr(" + FilterSql.ADDRESS + ", char(0)))", glob.toString());
    }

    /// Where classes, alternatives, escapes, or characters that may be stored otherwise begin.
    private static int simple(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[' || c == '{' || c == '\\' || c >= Character.MIN_SURROGATE) {
                return i;
            }
        }
        return text.length();
    }
}
