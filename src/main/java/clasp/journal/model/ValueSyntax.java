package clasp.journal.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.Optional;

/// Tells whether a text is JSON in one pass that builds nothing: for values too large or too deep to be parsed as a
/// whole. Stateless.
public final class ValueSyntax {
    private ValueSyntax() {}

    /// What keeps the text from being exactly one JSON value, however deep, and where; empty when nothing does.
    public static Optional<ValueSyntaxException> problem(String json) {
        if (PlainValues.isPlain(json)) {
            return Optional.empty();
        }
        try (JsonParser parser = JsonText.parser(json)) {
            if (parser.nextToken() == null) {
                return Optional.of(new ValueSyntaxException(CoreTexts.text("json.empty"), json.length()));
            }
            parser.skipChildren();
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            int position = (int) parser.currentTokenLocation().getCharOffset();
            return Optional.of(new ValueSyntaxException(CoreTexts.text("json.more"), position));
        } catch (JsonProcessingException e) {
            return Optional.of(JsonComplaint.about(e, json));
        } catch (IOException e) {
            throw new AssertionError("A string cannot fail to be read", e);
        }
    }
}
