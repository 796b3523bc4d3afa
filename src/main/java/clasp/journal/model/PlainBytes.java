package clasp.journal.model;

/// Recognises in UTF-8 what [PlainValues] recognises in text, or less: numbers and ASCII strings. Stateless.
final class PlainBytes {
    private static final int SAFE_DIGITS = 18;
    private static final int MAX_FRACTION = 30;

    private PlainBytes() {}

    static boolean isPlain(byte[] json, int from, int to) {
        if (from >= to) {
            return false;
        }
        return switch (json[from]) {
            case '"' -> isPlainString(json, from, to);
            case 't' -> is("true", json, from, to);
            case 'f' -> is("false", json, from, to);
            case 'n' -> is("null", json, from, to);
            default -> isPlainNumber(json, from, to);
        };
    }

    private static boolean is(String word, byte[] json, int from, int to) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = 1; i < word.length(); i++) {
            if (json[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlainString(byte[] json, int from, int to) {
        if (to - from < 2 || json[to - 1] != '"') {
            return false;
        }
        for (int i = from + 1; i < to - 1; i++) {
            // Negative, and so below the space, are the bytes of other characters.
            if (json[i] < ' ' || json[i] == '"' || json[i] == '\\') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlainNumber(byte[] json, int from, int to) {
        int start = json[from] == '-' ? from + 1 : from;
        int point = digitsEnd(json, start, to);
        int digits = point - start;
        if (digits == 0 || digits > SAFE_DIGITS || (digits > 1 && json[start] == '0')) {
            return false;
        }
        if (point == to) {
            return start == from || json[start] != '0';
        }
        int end = digitsEnd(json, point + 1, to);
        return json[point] == '.' && end == to && end > point + 1 && end - point <= MAX_FRACTION;
    }

    private static int digitsEnd(byte[] json, int from, int to) {
        int i = from;
        while (i < to && json[i] >= '0' && json[i] <= '9') {
            i++;
        }
        return i;
    }
}
