package clasp.journal.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A value as CLASP reads it from its stored text, see [ClaspReading]. (Its reader also rounds: the last bit of a float
/// may be another one. That is not imitated.) Stateless.
public final class ClaspValue {
    private ClaspValue() {}

    /// The JSON text of what CLASP sees: the stored text itself where it sees what is stored.
    public static String read(String stored) {
        Set<ClaspReading> readings = ClaspReading.ofValue(stored);
        if (readings.isEmpty()) {
            return stored;
        }
        return isNull(readings) ? "null" : rewritten(Value.parse(stored)).json();
    }

    /// Whether CLASP sees null because it cannot read the text.
    public static boolean isUnreadable(String stored) {
        return isNull(ClaspReading.ofValue(stored));
    }

    private static boolean isNull(Set<ClaspReading> readings) {
        return readings.contains(ClaspReading.NULL_FOR_BAD_JSON) || readings.contains(ClaspReading.NULL_FOR_DEPTH);
    }

    /// Not nested deeper than CLASP reads, so that the calls cannot be too deep either.
    private static Value rewritten(Value value) {
        return switch (value) {
            case Value.Num number -> new Value.Num(claspNumber(number));
            case Value.Array array ->
                new Value.Array(
                        array.items().stream().map(ClaspValue::rewritten).toList());
            case Value.Map map -> new Value.Map(lastOfEachKey(map.members()));
            case Value.Null same -> same;
            case Value.Bool same -> same;
            case Value.Text same -> same;
        };
    }

    private static List<Value.Member> lastOfEachKey(List<Value.Member> members) {
        Map<String, Value> last = new LinkedHashMap<>();
        members.forEach(member -> last.put(member.key(), rewritten(member.value())));
        return last.entrySet().stream()
                .map(member -> new Value.Member(member.getKey(), member.getValue()))
                .toList();
    }

    private static String claspNumber(Value.Num number) {
        return ClaspReading.ofValue(number.text()).contains(ClaspReading.FLOAT_FOR_INTEGER)
                ? Double.toString(Double.parseDouble(number.text())).replace('E', 'e')
                : number.text();
    }
}
