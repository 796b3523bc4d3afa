package clasp.journal.wire;

import clasp.journal.model.HalfPairs;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;

/// How this package reads and writes JSON text. Stateless.
final class WireJson {
    /// Values within messages within bundles, with room to spare for a message's own levels.
    private static final int MAX_LEVELS = WireValue.MAX_DEPTH + 4 * BundleCodec.MAX_DEPTH;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_LEVELS)
                            .build())
                    .streamWriteConstraints(StreamWriteConstraints.builder()
                            .maxNestingDepth(MAX_LEVELS)
                            .build())
                    // Keys come from strangers: a table of all keys ever seen would only grow.
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    // Like CLASP: \u001f, not \u001F.
                    .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .nodeFactory(new FiniteNumbers())
            .build();

    private WireJson() {}

    /// Like CLASP's reader, refuses `1e400` rather than to take it for infinity.
    private static final class FiniteNumbers extends JsonNodeFactory {
        private static final long serialVersionUID = 1L;

        @Override
        public NumericNode numberNode(double value) {
            if (Double.isInfinite(value)) {
                throw new MessageSyntaxException("A number is too large for a float.");
            }
            return super.numberNode(value);
        }
    }

    /// Something that writes JSON.
    interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    static String text(WireValue value) {
        return text(json -> JsonValues.write(value, json));
    }

    static String text(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            content.writeTo(json);
        } catch (StreamConstraintsException e) {
            throw new UnwritableMessageException("The value is nested deeper than " + WireValue.MAX_DEPTH + " levels.");
        } catch (IOException e) {
            throw new AssertionError("A string cannot fail to be written", e);
        }
        return HalfPairs.escaped(text.toString());
    }

    static JsonNode tree(String json) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            if (tree.isMissingNode()) {
                throw new MessageSyntaxException("The text is empty.");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw new MessageSyntaxException(where(e.getLocation()) + "this is not JSON: " + complaint(e));
        }
    }

    private static String where(JsonLocation location) {
        return location == null || location.getColumnNr() < 0
                ? "Somewhere, "
                : String.format(Locale.ROOT, "At character %d, ", location.getColumnNr());
    }

    /// The first line, without Jackson's own location.
    private static String complaint(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        return message == null
                ? "no reason known."
                : message.lines().findFirst().orElse("no reason known.");
    }
}
