package clasp.journal.query;

import clasp.journal.model.CoreTexts;
import java.util.HexFormat;

/// The escapes in the quoted texts of the filter language: those of JSON. Thread-safe.
final class QuotedText {
    private QuotedText() {}

    /// The content of the quoted text between `start` and `end`, quotes included.
    static String content(String text, int start, int end) {
        StringBuilder content = new StringBuilder(end - start);
        int last = end - 1;
        for (int index = start + 1; index < last; index++) {
            char c = text.charAt(index);
            if (c != '\\') {
                content.append(c);
            } else if (text.charAt(index + 1) == 'u') {
                content.append(unicode(text, index, last));
                index += 5;
            } else {
                content.append(escaped(text, index));
                index++;
            }
        }
        return content.toString();
    }

    private static char escaped(String text, int backslash) {
        char c = text.charAt(backslash + 1);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default ->
                throw new QuerySyntaxException(CoreTexts.text("query.refused.escape", String.valueOf(c)), backslash);
        };
    }

    private static char unicode(String text, int backslash, int last) {
        int digits = backslash + 2;
        boolean complete =
                digits + 4 <= last && text.substring(digits, digits + 4).chars().allMatch(HexFormat::isHexDigit);
        if (!complete) {
            throw new QuerySyntaxException(CoreTexts.text("query.refused.unicode"), backslash);
        }
        return (char) HexFormat.fromHexDigits(text, digits, digits + 4);
    }
}
