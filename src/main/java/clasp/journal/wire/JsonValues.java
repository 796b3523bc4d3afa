package clasp.journal.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Values to JSON and from trees, which come from JSON text or from the legacy form. Stateless.
final class JsonValues {
    private JsonValues() {}

    static WireValue value(JsonNode node) {
        return value(node, 0);
    }

    private static WireValue value(JsonNode node, int depth) {
        return switch (node.getNodeType()) {
            case NULL, MISSING -> new WireValue.Null();
            case BOOLEAN -> new WireValue.Bool(node.booleanValue());
            case NUMBER -> number(node);
            case STRING -> new WireValue.Text(node.textValue());
            case BINARY -> bytes(node);
            case ARRAY -> new WireValue.Array(items(node, deeper(depth)));
            case OBJECT -> new WireValue.Map(members(node, deeper(depth)));
            case POJO -> throw new AssertionError("Neither JSON nor the legacy form has other objects");
        };
    }

    private static WireValue number(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.canConvertToLong() ? WireValue.Int.of(node.longValue()) : WireValue.Real.of(finite(node));
        }
        return new WireValue.Real(node.isFloat(), node.doubleValue());
    }

    /// An integer beyond 64 bits, as the float that CLASP takes it for.
    private static double finite(JsonNode integer) {
        double value = integer.doubleValue();
        if (Double.isInfinite(value)) {
            throw new MessageSyntaxException("A number is too large for a float.");
        }
        return value;
    }

    private static WireValue bytes(JsonNode node) {
        try {
            return new WireValue.Bytes(node.binaryValue());
        } catch (IOException e) {
            throw new AssertionError("A binary node is binary", e);
        }
    }

    private static List<WireValue> items(JsonNode array, int depth) {
        List<WireValue> items = new ArrayList<>(array.size());
        for (JsonNode item : array) {
            items.add(value(item, depth));
        }
        return items;
    }

    private static List<WireValue.Member> members(JsonNode object, int depth) {
        List<WireValue.Member> members = new ArrayList<>(object.size());
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            members.add(new WireValue.Member(member.getKey(), value(member.getValue(), depth)));
        }
        return members;
    }

    private static int deeper(int depth) {
        if (depth == WireValue.MAX_DEPTH) {
            throw new MessageSyntaxException("The value is nested deeper than " + WireValue.MAX_DEPTH + " levels.");
        }
        return depth + 1;
    }

    static void write(WireValue value, JsonGenerator json) throws IOException {
        switch (value) {
            case WireValue.Null() -> json.writeNull();
            case WireValue.Bool(boolean bool) -> json.writeBoolean(bool);
            case WireValue.Int(var _, long number) -> json.writeNumber(number);
            case WireValue.Real(var _, double number) -> writeReal(number, json);
            case WireValue.Text(String text) -> json.writeString(text);
            case WireValue.Bytes(byte[] content) -> {
                json.writeStartArray();
                for (byte b : content) {
                    json.writeNumber(b & 0xFF);
                }
                json.writeEndArray();
            }
            case WireValue.Array(List<WireValue> items) -> {
                json.writeStartArray();
                for (WireValue item : items) {
                    write(item, json);
                }
                json.writeEndArray();
            }
            case WireValue.Map(List<WireValue.Member> members) -> {
                json.writeStartObject();
                for (WireValue.Member member : members) {
                    json.writeFieldName(member.key());
                    write(member.value(), json);
                }
                json.writeEndObject();
            }
        }
    }

    static void writeReal(double number, JsonGenerator json) throws IOException {
        if (Double.isFinite(number)) {
            json.writeNumber(NumberText.of(number));
        } else {
            json.writeNull();
        }
    }
}
