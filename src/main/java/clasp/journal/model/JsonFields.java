package clasp.journal.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The members of a JSON object that stands for a record, each as written, with the conversions that records need.
/// Every complaint is an [IllegalArgumentException] whose message says what is wrong with which field. Immutable.
record JsonFields(Map<String, String> raw) {
    /// @throws ValueSyntaxException when the text is not one JSON object
    static JsonFields parse(String line) {
        try (RawJson json = new RawJson(new StringReader(line))) {
            if (json.next() != JsonToken.START_OBJECT) {
                throw new ValueSyntaxException(CoreTexts.text("json.noObject"), 0);
            }
            JsonFields fields = new JsonFields(json.members(RawJson.RepeatedName.IGNORED));
            if (json.next() != null) {
                throw new ValueSyntaxException(CoreTexts.text("json.moreLine"), (int) json.position());
            }
            return fields;
        } catch (JsonProcessingException e) {
            throw JsonComplaint.about(e, line);
        } catch (IOException e) {
            throw new AssertionError("A string cannot fail to be read", e);
        }
    }

    boolean has(String name) {
        return raw.containsKey(name);
    }

    String raw(String name) {
        String json = raw.get(name);
        if (json == null) {
            throw new RefusedException(CoreTexts.text("json.none", name));
        }
        return json;
    }

    String text(String name) {
        String json = raw(name);
        if (!json.startsWith("\"")) {
            throw new RefusedException(CoreTexts.text("json.noText", name));
        }
        return PlainValues.isPlain(json) ? json.substring(1, json.length() - 1) : parsed(json);
    }

    private static String parsed(String json) {
        return Value.parse(json) instanceof Value.Text(String text) ? text : json;
    }

    long signed(String name) {
        try {
            return Long.parseLong(raw(name));
        } catch (NumberFormatException e) {
            throw new RefusedException(CoreTexts.text("json.noLong", name), e);
        }
    }

    long unsigned(String name) {
        try {
            return Long.parseUnsignedLong(raw(name));
        } catch (NumberFormatException e) {
            throw new RefusedException(CoreTexts.text("json.noUnsigned", name), e);
        }
    }

    /// The number, or null for `null` and for no such field.
    @Nullable
    Long unsignedOrNull(String name) {
        String json = raw.getOrDefault(name, "null");
        return json.equals("null") ? null : Long.valueOf(unsigned(name));
    }
}
