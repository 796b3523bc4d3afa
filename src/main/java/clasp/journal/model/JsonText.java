package clasp.journal.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.HexFormat;

/// How this library reads and writes JSON text: the grammar of RFC 8259 without extensions, and without limits on
/// lengths, since a journal's value may be a string of 50 MB. Stateless.
final class JsonText {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .build())
            // Keys come from strangers: a table of all keys ever seen would only grow.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private JsonText() {}

    static JsonParser parser(Reader text) throws IOException {
        return FACTORY.createParser(text);
    }

    static JsonParser parser(String text) throws IOException {
        return parser(new StringReader(text));
    }

    /// Whether the text is exactly one JSON value, however deep.
    static boolean isValue(String text) {
        if (PlainValues.isPlain(text)) {
            return true;
        }
        try (JsonParser parser = parser(text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JsonProcessingException notJson) {
            return false;
        } catch (IOException e) {
            throw new AssertionError("A string cannot fail to be read", e);
        }
    }

    /// Appends the text as a JSON string with the same escapes as CLASP's writer.
    static void quote(String text, StringBuilder to) {
        to.append('"');
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || HalfPairs.isAt(i, text)) {
                to.append(text, done, i);
                escape(c, to);
                done = i + 1;
            }
        }
        to.append(text, done, text.length()).append('"');
    }

    static void unsigned(long number, StringBuilder to) {
        if (number >= 0) {
            to.append(number);
        } else {
            to.append(Long.toUnsignedString(number));
        }
    }

    private static void escape(char c, StringBuilder to) {
        switch (c) {
            case '"' -> to.append("\\\"");
            case '\\' -> to.append("\\\\");
            case '\b' -> to.append("\\b");
            case '\f' -> to.append("\\f");
            case '\n' -> to.append("\\n");
            case '\r' -> to.append("\\r");
            case '\t' -> to.append("\\t");
            default -> to.append("\\u").append(HexFormat.of().toHexDigits(c));
        }
    }
}
