package clasp.journal.model;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.stream.Stream;

/// Turns the parser's complaints into sentences for people. Stateless.
final class JsonComplaint {
    private static final int MAX_WORD = 20;

    private JsonComplaint() {}

    static ValueSyntaxException about(JsonProcessingException e, String json) {
        int position = (int) Math.min(position(e), json.length());
        if (e instanceof JsonEOFException || position == json.length()) {
            return new ValueSyntaxException(CoreTexts.text("json.ends"), json.length());
        }
        return new ValueSyntaxException(CoreTexts.text("json.notAllowed", shown(json, position)), position);
    }

    /// Index of the first character that is not allowed.
    static long position(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        long offset = location == null ? 0 : Math.max(0, location.getCharOffset());
        // What only other dialects of JSON know, the parser refuses after having read it.
        String message = e.getOriginalMessage();
        if (message.contains("plus sign")) {
            return offset - 1;
        }
        return offset
                - Stream.of("-Infinity", "+Infinity", "Infinity", "NaN", "-INF", "+INF", "INF")
                        .filter(word -> message.startsWith("Non-standard token '" + word + "'"))
                        .mapToInt(String::length)
                        .findFirst()
                        .orElse(0);
    }

    private static String shown(String json, int position) {
        int codePoint = json.codePointAt(position);
        if (Character.isISOControl(codePoint) || !Character.isDefined(codePoint)) {
            return CoreTexts.text("json.character", String.format("%04X", codePoint));
        }
        int end = position + Character.charCount(codePoint);
        while (Character.isLetter(codePoint)
                && end < json.length()
                && end - position < MAX_WORD
                && Character.isLetterOrDigit(json.charAt(end))) {
            end++;
        }
        return CoreTexts.text("json.word", json.substring(position, end));
    }
}
