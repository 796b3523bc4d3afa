package clasp.journal.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/// Goes through a value's text once, looking for what CLASP's JSON reader (serde_json) takes differently. It needs no
/// memory for the value, except for the keys of the maps it is inside of. Confined to one call of [#of].
final class ClaspScan {
    /// Longer integers are no 64-bit numbers; no shorter number is too great for a double unless it has an exponent.
    private static final int SURELY_FITS_LONG = 18;

    private static final int SURELY_FITS_DOUBLE = 300;

    private final JsonParser parser;
    private final int maxDepth;
    private final boolean surrogateEscapes;
    private final EnumSet<ClaspReading> found = EnumSet.noneOf(ClaspReading.class);
    private final Deque<Set<String>> keys = new ArrayDeque<>();
    private int depth;
    private boolean unreadable;

    private ClaspScan(String json, JsonParser parser, int maxDepth) {
        this.parser = parser;
        this.maxDepth = maxDepth;
        surrogateEscapes = json.contains("\\ud") || json.contains("\\uD");
    }

    /// @param maxDepth how deep CLASP may follow this value, at most [ClaspReading#MAX_DEPTH]
    static EnumSet<ClaspReading> of(String json, int maxDepth) {
        if (PlainValues.isPlain(json)) {
            return EnumSet.noneOf(ClaspReading.class);
        }
        try (JsonParser parser = JsonText.parser(json)) {
            return new ClaspScan(json, parser, maxDepth).run();
        } catch (JsonProcessingException notJson) {
            return EnumSet.of(ClaspReading.NULL_FOR_BAD_JSON);
        } catch (IOException e) {
            throw new AssertionError("A string cannot fail to be read", e);
        }
    }

    private EnumSet<ClaspReading> run() throws IOException {
        JsonToken token = parser.nextToken();
        unreadable = token == null;
        boolean complete = false;
        while (token != null) {
            unreadable |= complete;
            take(token);
            complete = depth == 0;
            token = parser.nextToken();
        }
        if (unreadable) {
            return EnumSet.of(ClaspReading.NULL_FOR_BAD_JSON);
        }
        return found.contains(ClaspReading.NULL_FOR_DEPTH) ? EnumSet.of(ClaspReading.NULL_FOR_DEPTH) : found;
    }

    private void take(JsonToken token) throws IOException {
        switch (token) {
            case START_ARRAY, START_OBJECT -> descend(token);
            case END_ARRAY -> depth--;
            case END_OBJECT -> {
                depth--;
                keys.pop();
            }
            case FIELD_NAME -> key(parser.currentName());
            case VALUE_NUMBER_INT -> integer(parser.getText());
            case VALUE_NUMBER_FLOAT -> number(parser.getText());
            case VALUE_STRING -> {
                if (surrogateEscapes) {
                    string(parser.getText());
                }
            }
            case VALUE_NULL, VALUE_TRUE, VALUE_FALSE, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> {}
        }
    }

    private void descend(JsonToken token) {
        depth++;
        if (depth > maxDepth) {
            found.add(ClaspReading.NULL_FOR_DEPTH);
        }
        if (token == JsonToken.START_OBJECT) {
            keys.push(new HashSet<>());
        }
    }

    private void key(String key) {
        if (!keys.element().add(key)) {
            found.add(ClaspReading.LAST_KEY_WINS);
        }
        string(key);
    }

    private void integer(String text) {
        number(text);
        if (!isSigned64(text)) {
            found.add(ClaspReading.FLOAT_FOR_INTEGER);
        }
    }

    private static boolean isSigned64(String text) {
        int digits = text.startsWith("-") ? text.length() - 1 : text.length();
        if (digits <= SURELY_FITS_LONG) {
            return !text.equals("-0");
        }
        return digits == SURELY_FITS_LONG + 1 && new BigInteger(text).bitLength() < Long.SIZE;
    }

    /// A number beyond the range of a double is an error to CLASP's reader.
    private void number(String text) {
        boolean mayBeTooGreat = text.length() > SURELY_FITS_DOUBLE || text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
        unreadable |= mayBeTooGreat && Double.isInfinite(Double.parseDouble(text));
    }

    /// Half of a surrogate pair, which only an escape can bring in, is an error to CLASP's reader.
    private void string(String text) {
        for (int i = 0; i < text.length() && !unreadable; i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                int codePoint = text.codePointAt(i);
                unreadable = Character.charCount(codePoint) == 1;
                i++;
            }
        }
    }
}
