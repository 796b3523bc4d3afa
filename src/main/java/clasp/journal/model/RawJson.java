package clasp.journal.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A stream of JSON whose values can be had exactly as they are written. Confined to one thread.
final class RawJson implements AutoCloseable {
    private final RecordingReader text;
    private final JsonParser parser;

    RawJson(Reader source) throws IOException {
        text = new RecordingReader(source);
        parser = JsonText.parser(text);
    }

    /// The next token, or null at the end of the text.
    @Nullable
    JsonToken next() throws IOException {
        return parser.nextToken();
    }

    /// Reads the rest of the object whose opening brace was just read: the text of each member's value as written. Of
    /// equal names the last one counts.
    ///
    /// @param repeated told of each name that occurs again
    Map<String, String> members(RepeatedName repeated) throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        while (next() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            next();
            if (members.put(name, value()) != null) {
                repeated.found(name);
            }
        }
        return members;
    }

    /// Reads the rest of the value whose first token was just read, and gives its whole text as written.
    String value() throws IOException {
        long start = parser.currentTokenLocation().getCharOffset();
        text.forgetBefore(start);
        parser.skipChildren();
        parser.finishToken();
        return text.text(start, parser.currentLocation().getCharOffset());
    }

    /// Offset in characters of the token that was just read.
    long position() {
        return parser.currentTokenLocation().getCharOffset();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /// Where reading stopped, for a complaint of this stream.
    static long position(JsonProcessingException e) {
        return JsonComplaint.position(e);
    }

    /// Told of a member that occurs more than once in one object.
    @FunctionalInterface
    interface RepeatedName {
        RepeatedName IGNORED = name -> {};

        void found(String name);
    }
}
