package clasp.journal.wire;

import clasp.journal.model.SignalType;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The named fields of one object of a message's JSON or legacy form. A field that is null counts as absent, unknown
/// ones are passed over. Confined to one thread.
final class Fields {
    private static final BigInteger MAX_U64 =
            BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);
    private static final long MAX_U32 = 0xFFFF_FFFFL;

    private final JsonNode object;
    private final String path;

    private Fields(JsonNode object, String path) {
        this.object = object;
        this.path = path;
    }

    /// @param path how to call the object: empty for the message itself, or like `params[3]`
    static Fields of(JsonNode node, String path) {
        if (!node.isObject()) {
            throw new MessageSyntaxException((path.isEmpty() ? "A message" : path) + " must be an object.");
        }
        return new Fields(node, path);
    }

    @Nullable
    JsonNode optional(String name) {
        JsonNode field = object.get(name);
        return field == null || field.isNull() ? null : field;
    }

    String text(String name) {
        return required(name, optionalText(name));
    }

    @Nullable
    String optionalText(String name) {
        JsonNode field = optional(name);
        return field == null ? null : text(field, name);
    }

    /// Absent is false.
    boolean flag(String name) {
        return Boolean.TRUE.equals(optionalFlag(name));
    }

    @Nullable
    Boolean optionalFlag(String name) {
        JsonNode field = optional(name);
        if (field != null && !field.isBoolean()) {
            throw wrong(name, "must be true or false");
        }
        return field == null ? null : (Boolean) field.booleanValue();
    }

    /// An unsigned integer up to `most`, of at most 32 bits.
    long integer(String name, long most) {
        return required(name, optionalInteger(name, most));
    }

    @Nullable
    Long optionalU32(String name) {
        return optionalInteger(name, MAX_U32);
    }

    long u32(String name) {
        return integer(name, MAX_U32);
    }

    long u64(String name) {
        return required(name, optionalU64(name));
    }

    @Nullable
    Long optionalU64(String name) {
        JsonNode field = optional(name);
        return field == null ? null : (Long) u64(field, name);
    }

    @Nullable
    Double optionalReal(String name) {
        JsonNode field = optional(name);
        return field == null ? null : (Double) real(field, name);
    }

    /// A value, which may be null where the field is there.
    @Nullable
    WireValue optionalValue(String name) {
        JsonNode field = object.get(name);
        return field == null ? null : JsonValues.value(field);
    }

    WireValue value(String name) {
        return required(name, optionalValue(name));
    }

    /// Null where the field is absent.
    @Nullable
    List<Double> optionalReals(String name) {
        return optional(name) == null ? null : list(name, this::real);
    }

    List<String> texts(String name) {
        return list(name, this::text);
    }

    List<SignalType> signalTypes(String name) {
        return list(
                name,
                (node, where) -> named(
                        text(node, where), where, text -> SignalType.of(text).orElse(null)));
    }

    /// Absent is empty.
    List<Fields> objects(String name) {
        return list(name, (node, where) -> of(node, at(where)));
    }

    /// Absent is empty.
    Map<String, Long> u64ByName(String name) {
        JsonNode field = optional(name);
        Map<String, Long> numbers = new LinkedHashMap<>();
        if (field != null) {
            for (Map.Entry<String, JsonNode> member : of(field, at(name)).object.properties()) {
                numbers.put(member.getKey(), u64(member.getValue(), name + "." + member.getKey()));
            }
        }
        return numbers;
    }

    @Nullable
    Fields optionalObject(String name) {
        JsonNode field = optional(name);
        return field == null ? null : of(field, at(name));
    }

    /// A constant by its name in the JSON form; null where the field is absent.
    <E> @Nullable E optionalNamed(String name, Function<String, @Nullable E> constants) {
        String text = optionalText(name);
        return text == null ? null : named(text, name, constants);
    }

    /// A constant by its name in the JSON form.
    <E> E named(String name, Function<String, @Nullable E> constants) {
        return named(text(name), name, constants);
    }

    MessageSyntaxException wrong(String name, String complaint) {
        return new MessageSyntaxException("\"" + at(name) + "\" " + complaint + ".");
    }

    private <E> E named(String text, String name, Function<String, @Nullable E> constants) {
        E constant = constants.apply(text);
        if (constant == null) {
            throw wrong(name, "is \"" + text + "\", which is not known");
        }
        return constant;
    }

    private interface Item<T> {
        T read(JsonNode node, String name);
    }

    private <T> List<T> list(String name, Item<T> item) {
        JsonNode field = optional(name);
        if (field == null) {
            return List.of();
        }
        if (!field.isArray()) {
            throw wrong(name, "must be a list");
        }
        List<T> items = new ArrayList<>(field.size());
        for (JsonNode node : field) {
            items.add(item.read(node, name + "[" + items.size() + "]"));
        }
        return items;
    }

    private String text(JsonNode node, String name) {
        if (!node.isTextual()) {
            throw wrong(name, "must be a string");
        }
        return node.textValue();
    }

    /// NaN and the infinities are written as null.
    private double real(JsonNode node, String name) {
        if (node.isNull()) {
            return Double.NaN;
        }
        if (!node.isNumber()) {
            throw wrong(name, "must be a number");
        }
        return node.doubleValue();
    }

    private @Nullable Long optionalInteger(String name, long most) {
        JsonNode field = optional(name);
        if (field == null) {
            return null;
        }
        if (!field.isIntegralNumber()
                || !field.canConvertToLong()
                || field.longValue() < 0
                || field.longValue() > most) {
            throw wrong(name, "must be an integer from 0 to " + most);
        }
        return field.longValue();
    }

    private long u64(JsonNode node, String name) {
        if (!node.isIntegralNumber()
                || node.bigIntegerValue().signum() < 0
                || node.bigIntegerValue().compareTo(MAX_U64) > 0) {
            throw wrong(name, "must be an integer from 0 to " + MAX_U64);
        }
        return node.bigIntegerValue().longValue();
    }

    private <T> T required(String name, @Nullable T field) {
        if (field == null) {
            throw wrong(name, "is missing");
        }
        return field;
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
