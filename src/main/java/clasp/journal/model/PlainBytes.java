package clasp.journal.model;

import java.util.Arrays;

/// Recognises in UTF-8, without a parser, the values that CLASP writes: numbers that surely fit, ASCII
/// strings without escapes, `true`, `false`, `null`, and arrays and small maps of those without spaces.
/// CLASP reads all of them as they are written. Stateless.
final class PlainBytes {
    private static final int NO = -1;
    private static final int SAFE_DIGITS = 18;
    private static final int MAX_FRACTION = 30;
    private static final int MAX_DEPTH = 16;
    private static final int MAX_KEYS = 12;

    private PlainBytes() {}

    /// Whether it surely is such a value; false says nothing.
    static boolean isPlain(byte[] json, int from, int to) {
        return valueEnd(json, from, to, 0) == to;
    }

    /// Where the value ends that begins there; [#NO] when it is none.
    private static int valueEnd(byte[] json, int from, int to, int depth) {
        if (from >= to) {
            return NO;
        }
        return switch (json[from]) {
            case '"' -> stringEnd(json, from, to);
            case 't' -> wordEnd("true", json, from, to);
            case 'f' -> wordEnd("false", json, from, to);
            case 'n' -> wordEnd("null", json, from, to);
            case '[' -> depth == MAX_DEPTH ? NO : arrayEnd(json, from, to, depth + 1);
            case '{' -> depth == MAX_DEPTH ? NO : mapEnd(json, from, to, depth + 1);
            default -> numberEnd(json, from, to);
        };
    }

    private static int wordEnd(String word, byte[] json, int from, int to) {
        int end = from + word.length();
        if (end > to) {
            return NO;
        }
        for (int i = 1; i < word.length(); i++) {
            if (json[from + i] != word.charAt(i)) {
                return NO;
            }
        }
        return end;
    }

    private static int stringEnd(byte[] json, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (json[i] == '"') {
                return i + 1;
            }
            // Negative, and so below the space, are the bytes of other characters.
            if (json[i] < ' ' || json[i] == '\\') {
                return NO;
            }
        }
        return NO;
    }

    private static int arrayEnd(byte[] json, int from, int to, int depth) {
        int at = from + 1;
        if (at < to && json[at] == ']') {
            return at + 1;
        }
        while (true) {
            at = valueEnd(json, at, to, depth);
            if (at == NO || at >= to) {
                return NO;
            }
            if (json[at] == ']') {
                return at + 1;
            }
            if (json[at] != ',') {
                return NO;
            }
            at++;
        }
    }

    private static int mapEnd(byte[] json, int from, int to, int depth) {
        int at = from + 1;
        if (at < to && json[at] == '}') {
            return at + 1;
        }
        int[] keys = new int[2 * MAX_KEYS];
        for (int key = 0; key < MAX_KEYS; key++) {
            int end = at < to && json[at] == '"' ? stringEnd(json, at, to) : NO;
            if (end == NO || end >= to || json[end] != ':' || isAmong(keys, key, json, at, end)) {
                return NO;
            }
            keys[2 * key] = at;
            keys[2 * key + 1] = end;
            at = valueEnd(json, end + 1, to, depth);
            if (at == NO || at >= to) {
                return NO;
            }
            if (json[at] == '}') {
                return at + 1;
            }
            if (json[at] != ',') {
                return NO;
            }
            at++;
        }
        return NO;
    }

    private static boolean isAmong(int[] keys, int count, byte[] json, int from, int to) {
        for (int key = 0; key < count; key++) {
            if (Arrays.equals(json, keys[2 * key], keys[2 * key + 1], json, from, to)) {
                return true;
            }
        }
        return false;
    }

    private static int numberEnd(byte[] json, int from, int to) {
        int start = json[from] == '-' ? from + 1 : from;
        int point = digitsEnd(json, start, to);
        int digits = point - start;
        if (digits == 0 || digits > SAFE_DIGITS || (digits > 1 && json[start] == '0')) {
            return NO;
        }
        if (point == to || json[point] != '.') {
            return start == from || json[start] != '0' ? point : NO;
        }
        int end = digitsEnd(json, point + 1, to);
        return end > point + 1 && end - point <= MAX_FRACTION ? end : NO;
    }

    private static int digitsEnd(byte[] json, int from, int to) {
        int i = from;
        while (i < to && json[i] >= '0' && json[i] <= '9') {
            i++;
        }
        return i;
    }
}
