package clasp.journal.export;

/// Which texts a spreadsheet would run instead of show. Stateless.
public final class Formulas {
    private Formulas() {}

    /// The text, with an apostrophe in front where a spreadsheet would run it.
    public static String guarded(String text) {
        return looksLikeOne(text) ? "'" + text : text;
    }

    /// Whether it begins as a formula does and is no plain number.
    static boolean looksLikeOne(String text) {
        if (text.isEmpty()) {
            return false;
        }
        return switch (text.charAt(0)) {
            case '=', '@', '\t', '\r' -> true;
            case '+', '-' -> !isNumber(text);
            default -> false;
        };
    }

    /// As JSON writes numbers, with any sign.
    private static boolean isNumber(String text) {
        int point = digits(text, 1);
        if (point == 1) {
            return false;
        }
        int end = point;
        if (end < text.length() && text.charAt(end) == '.') {
            end = digits(text, point + 1);
            if (end == point + 1) {
                return false;
            }
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int sign = end + 1 < text.length() && "+-".indexOf(text.charAt(end + 1)) >= 0 ? 1 : 0;
            int begin = end + 1 + sign;
            end = digits(text, begin);
            if (end == begin) {
                return false;
            }
        }
        return end == text.length();
    }

    /// Where the digits from here end.
    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
