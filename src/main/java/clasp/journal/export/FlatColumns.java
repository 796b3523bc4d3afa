package clasp.journal.export;

import clasp.journal.model.Entry;
import clasp.journal.model.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The columns that values are spread over, in the order in which they were first met. Not thread-safe.
final class FlatColumns {
    /// Names the column of the value itself, too.
    static final String ROOT = "value";

    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private @Nullable String[] cells = {};

    /// Gives the entry's places their columns, as long as there are less than [ValueFormat#MAX_COLUMNS].
    void learn(Entry entry) {
        ValueLeaves.spreadable(entry.valueJson())
                .ifPresent(value -> ValueLeaves.visit(ROOT, value, (place, text) -> {
                    if (positions.size() < ValueFormat.MAX_COLUMNS) {
                        positions.putIfAbsent(place, positions.size());
                    }
                }));
    }

    List<String> names() {
        return List.copyOf(positions.keySet());
    }

    /// The cells of one value: first that of the value itself, then one for each name; null for an empty cell. The
    /// array is reused by the next call.
    @Nullable
    String[] cells(String valueJson) {
        if (cells.length != positions.size() + 1) {
            cells = new @Nullable String[positions.size() + 1];
        }
        Arrays.fill(cells, null);
        Value value = ValueLeaves.spreadable(valueJson).orElse(null);
        if (value == null) {
            cells[0] = PlainValue.of(valueJson);
        } else {
            ValueLeaves.visit(ROOT, value, (place, text) -> put(place, text, valueJson));
        }
        return cells;
    }

    private void put(String place, String text, String valueJson) {
        Integer position = positions.get(place);
        if (position == null || cells[position + 1] != null) {
            cells[0] = valueJson;
        }
        if (position != null) {
            cells[position + 1] = text;
        }
    }
}
