package clasp.journal.query;

import java.util.HexFormat;

/// Reads the JSON text of strings as journals store it. Thread-safe.
final class StoredText {
    private StoredText() {}

    /// Whether two stored texts are the same JSON scalar: the same but for spaces around them, or strings of equal
    /// content.
    static boolean same(String one, String other) {
        int oneStart = start(one);
        int oneEnd = end(one, oneStart);
        int otherStart = start(other);
        int otherEnd = end(other, otherStart);
        int length = oneEnd - oneStart;
        if (length == otherEnd - otherStart && one.regionMatches(oneStart, other, otherStart, length)) {
            return true;
        }
        boolean escaped = one.indexOf('\\') >= 0 || other.indexOf('\\') >= 0;
        return escaped && isString(one) && isString(other) && content(one).equals(content(other));
    }

    /// Whether the text is one JSON string, as its grammar has it.
    static boolean isString(String json) {
        int start = start(json);
        int last = end(json, start) - 1;
        if (last - start < 1 || json.charAt(start) != '"' || json.charAt(last) != '"') {
            return false;
        }
        int index = start + 1;
        while (index < last) {
            char c = json.charAt(index);
            if (c == '"' || c < ' ') {
                return false;
            }
            index += c == '\\' ? escapeLength(json, index, last) : 1;
        }
        return index == last;
    }

    /// The content of a text that is a string, with its escapes resolved.
    static String content(String json) {
        int start = start(json);
        int last = end(json, start) - 1;
        StringBuilder content = new StringBuilder(last - start);
        for (int index = start + 1; index < last; index++) {
            char c = json.charAt(index);
            if (c != '\\') {
                content.append(c);
                continue;
            }
            index++;
            if (json.charAt(index) == 'u') {
                content.append((char) HexFormat.fromHexDigits(json, index + 1, index + 5));
                index += 4;
            } else {
                content.append(unescaped(json.charAt(index)));
            }
        }
        return content.toString();
    }

    /// The text as a JSON string.
    static String quote(String content) {
        StringBuilder json = new StringBuilder(content.length() + 2).append('"');
        for (int index = 0; index < content.length(); index++) {
            char c = content.charAt(index);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    /// The first place that is no JSON space.
    static int start(String json) {
        int start = 0;
        while (start < json.length() && isSpace(json.charAt(start))) {
            start++;
        }
        return start;
    }

    /// The place after the last, at `start` or later, that is no JSON space.
    static int end(String json, int start) {
        int end = json.length();
        while (end > start && isSpace(json.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /// How long the escape is that begins at `index`; when it is none, long enough to miss `last`.
    private static int escapeLength(String json, int index, int last) {
        int invalid = last - index + 1;
        if (index + 1 >= last) {
            return invalid;
        }
        return switch (json.charAt(index + 1)) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 2;
            case 'u' -> {
                boolean digits = index + 6 <= last
                        && json.substring(index + 2, index + 6).chars().allMatch(HexFormat::isHexDigit);
                yield digits ? 6 : invalid;
            }
            default -> invalid;
        };
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> c;
        };
    }
}
