package clasp.journal.export;

import clasp.journal.model.Value;
import clasp.journal.model.ValueSyntaxException;
import java.util.Optional;

/// Spreads a value over named places: `value.x` for a map's key, `value.0` for an array's item, a dot or backslash
/// inside of a key escaped by a backslash. Stateless.
final class ValueLeaves {
    /// Takes the places in the value's order. A key that a map has twice comes twice.
    @FunctionalInterface
    interface Visitor {
        void leaf(String place, String text);
    }

    private ValueLeaves() {}

    /// The value parsed when it is an array or map that can be spread; empty for scalars and for what is not JSON.
    static Optional<Value> spreadable(String valueJson) {
        if (valueJson.indexOf('{') < 0 && valueJson.indexOf('[') < 0) {
            return Optional.empty();
        }
        try {
            Value value = Value.parse(valueJson);
            return switch (value) {
                case Value.Array array when !array.items().isEmpty() -> Optional.of(value);
                case Value.Map map when !map.members().isEmpty() -> Optional.of(value);
                case Value.Array _, Value.Map _, Value.Null _, Value.Bool _, Value.Num _, Value.Text _ ->
                    Optional.empty();
            };
        } catch (ValueSyntaxException notJson) {
            return Optional.empty();
        }
    }

    static void visit(String place, Value value, Visitor visitor) {
        switch (value) {
            case Value.Null _ -> visitor.leaf(place, "null");
            case Value.Bool bool -> visitor.leaf(place, Boolean.toString(bool.value()));
            case Value.Num number -> visitor.leaf(place, number.text());
            case Value.Text text -> visitor.leaf(place, text.value());
            case Value.Array array -> {
                if (array.items().isEmpty()) {
                    visitor.leaf(place, "[]");
                }
                int index = 0;
                for (Value item : array.items()) {
                    visit(place + "." + index++, item, visitor);
                }
            }
            case Value.Map map -> {
                if (map.members().isEmpty()) {
                    visitor.leaf(place, "{}");
                }
                for (Value.Member member : map.members()) {
                    visit(place + "." + escaped(member.key()), member.value(), visitor);
                }
            }
        }
    }

    private static String escaped(String key) {
        return key.indexOf('.') < 0 && key.indexOf('\\') < 0
                ? key
                : key.replace("\\", "\\\\").replace(".", "\\.");
    }
}
