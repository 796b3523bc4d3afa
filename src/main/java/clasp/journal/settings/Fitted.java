package clasp.journal.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What of some JSON fits a type: all of it, or what is left without the items of lists that do not. Immutable.
///
/// @param value null when nothing fits, or nothing is there
/// @param fits whether anything does
/// @param leftOut where in it the items are that do not fit, such as `rows[3].width`
record Fitted<T>(@Nullable T value, boolean fits, List<String> leftOut) {
    /// With more it is no list of such items. Each is looked for anew.
    private static final int MOST_LEFT_OUT = 100;

    static <T> Fitted<T> of(JsonNode json, Class<T> type, ObjectMapper mapper) {
        try {
            return new Fitted<>(mapper.treeToValue(json, type), true, List.of());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return itemwise(json.deepCopy(), type, mapper);
        }
    }

    /// Items that are left out become nulls, which count as no items: so the others keep their places for people.
    private static <T> Fitted<T> itemwise(JsonNode json, Class<T> type, ObjectMapper mapper) {
        List<String> leftOut = new ArrayList<>();
        try {
            while (leftOut.size() <= MOST_LEFT_OUT) {
                try {
                    return new Fitted<>(mapper.treeToValue(withoutNulls(json.deepCopy()), type), true, leftOut);
                } catch (JsonMappingException e) {
                    leftOut.add(leaveOut(json, e.getPath()).orElseThrow(() -> e));
                }
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            // What does not fit is no item of a list.
        }
        return new Fitted<>(null, false, List.of());
    }

    private static JsonNode withoutNulls(JsonNode json) {
        if (json instanceof ArrayNode list) {
            list.removeIf(JsonNode::isNull);
        }
        json.forEach(Fitted::withoutNulls);
        return json;
    }

    /// @param path to what does not fit, where nulls do not count
    /// @return the place of it; empty when it is in no list, or not found
    private static Optional<String> leaveOut(JsonNode json, List<JsonMappingException.Reference> path) {
        var place = new StringBuilder();
        JsonNode at = json;
        Runnable leave = null;
        for (var step : path) {
            if (at instanceof ArrayNode list) {
                var index = IntStream.range(0, list.size())
                        .filter(each -> !list.get(each).isNull())
                        .skip(Math.max(0, step.getIndex()))
                        .findFirst();
                if (index.isEmpty()) {
                    return Optional.empty();
                }
                leave = () -> list.setNull(index.getAsInt());
                place.append('[').append(index.getAsInt()).append(']');
                at = list.get(index.getAsInt());
            } else {
                place.append(place.isEmpty() ? "" : ".").append(step.getFieldName());
                at = at.path(String.valueOf(step.getFieldName()));
            }
        }
        if (leave == null) {
            return Optional.empty();
        }
        leave.run();
        return Optional.of(place.toString());
    }
}
