package clasp.journal.query;

/// A text in which `*` stands for any run of characters; everything else stands for itself, case matters. Immutable.
public record TextPattern(String text) {
    public boolean matches(String candidate) {
        int star = -1;
        int retry = 0;
        int at = 0;
        int in = 0;
        while (in < candidate.length()) {
            if (at < text.length() && text.charAt(at) == '*') {
                star = at++;
                retry = in;
            } else if (at < text.length() && text.charAt(at) == candidate.charAt(in)) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++retry;
            } else {
                return false;
            }
        }
        while (at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        return at == text.length();
    }

    /// The text with which every match begins.
    public String literalPrefix() {
        int star = text.indexOf('*');
        return star < 0 ? text : text.substring(0, star);
    }

    /// Whether only the one text [#literalPrefix()] matches.
    public boolean isLiteral() {
        return text.indexOf('*') < 0;
    }
}
