package clasp.journal.export;

/// Texts that a spreadsheet would run instead of show. Stateless.
public final class Formulas {
    /// Those of other keyboards are formula signs, too.
    private static final String SIGNS = "=@+-＝＠＋－";

    private static final String NUMBER_SIGNS = "+-＋－";

    /// Where a spreadsheet may begin another cell, whatever the file means by it.
    private static final String SPLITS = ",;\t\r\n";

    /// What may stand between a number and the end of a cell that a value as JSON is cut into.
    private static final String CLOSING = "]}\"";

    private Formulas() {}

    /// A field of a file with commas, with an apostrophe wherever a spreadsheet would run what follows.
    public static String guarded(String text) {
        return guarded(text, ',');
    }

    /// @param separator of the file, at which the field is not cut; a spreadsheet may take the other usual ones for it
    static String guarded(String text, char separator) {
        StringBuilder guarded = new StringBuilder();
        int done = 0;
        boolean begins = true;
        for (int at = 0; at < text.length(); at++) {
            if (begins && runs(text, at)) {
                guarded.append(text, done, at).append('\'');
                done = at;
            }
            char sign = text.charAt(at);
            boolean cut = SPLITS.indexOf(sign) >= 0 && sign != separator;
            // Quotes after a cut are those of the cell, and go.
            begins = cut || begins && at > 0 && sign == '"';
        }
        return guarded.isEmpty()
                ? text
                : guarded.append(text, done, text.length()).toString();
    }

    /// Whether a cell that begins here begins as a formula does and is no plain number.
    private static boolean runs(String text, int at) {
        char sign = text.charAt(at);
        if (at == 0 && (sign == '\t' || sign == '\r')) {
            return true;
        }
        return SIGNS.indexOf(sign) >= 0
                && (NUMBER_SIGNS.indexOf(sign) < 0 || !isNumber(at == 0 ? text : cell(text, at)));
    }

    /// From here to where a spreadsheet may cut next, without what closes a value.
    private static String cell(String text, int from) {
        int end = from;
        while (end < text.length() && SPLITS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        while (CLOSING.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(from, end);
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
