package clasp.journal.model;

/// Recognises, without a parser, the values that most entries hold: short numbers, short strings without escapes,
/// `true`, `false`, `null`. CLASP reads all of them as they are written. Stateless.
final class PlainValues {
    /// Digits that surely fit 64 bits.
    private static final int SAFE_DIGITS = 18;

    private static final int MAX_FRACTION = 30;
    private static final int MAX_STRING = 256;

    private PlainValues() {}

    /// Whether the text surely is such a value; false says nothing.
    static boolean isPlain(String json) {
        if (json.isEmpty()) {
            return false;
        }
        char first = json.charAt(0);
        return switch (first) {
            case '"' -> isPlainString(json);
            case 't' -> json.equals("true");
            case 'f' -> json.equals("false");
            case 'n' -> json.equals("null");
            default -> (first == '-' || isDigit(first)) && isPlainNumber(json);
        };
    }

    private static boolean isPlainString(String json) {
        int last = json.length() - 1;
        if (last < 1 || last > MAX_STRING || json.charAt(last) != '"') {
            return false;
        }
        for (int i = 1; i < last; i++) {
            char c = json.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlainNumber(String json) {
        int start = json.charAt(0) == '-' ? 1 : 0;
        int point = digitsEnd(json, start);
        int digits = point - start;
        if (digits == 0 || digits > SAFE_DIGITS || (digits > 1 && json.charAt(start) == '0')) {
            return false;
        }
        if (point == json.length()) {
            return start == 0 || json.charAt(start) != '0';
        }
        int end = digitsEnd(json, point + 1);
        return json.charAt(point) == '.' && end == json.length() && end > point + 1 && end - point <= MAX_FRACTION;
    }

    private static int digitsEnd(String json, int from) {
        int i = from;
        while (i < json.length() && isDigit(json.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
