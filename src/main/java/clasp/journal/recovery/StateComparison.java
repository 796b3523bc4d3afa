package clasp.journal.recovery;

import clasp.journal.model.Param;
import clasp.journal.model.Utf8Order;
import clasp.journal.store.Cancellation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// In which params two states differ, and why. Who wrote a param and when does not count: a router sets both anew.
/// Immutable.
///
/// @param differences in order of their kind, then of their addresses
/// @param compared how many addresses there are in either state
public record StateComparison(
        ComparedState left, ComparedState right, List<StateDifference> differences, int compared) {
    public StateComparison {
        differences = List.copyOf(differences);
    }

    /// @param tolerance numbers no farther apart than this count as equal, also inside arrays and maps
    public static StateComparison between(
            ComparedState left, ComparedState right, BigDecimal tolerance, Cancellation cancellation) {
        var values = new ValueComparison(tolerance);
        var why = new DifferenceReason(left, right);
        Map<String, RecoveredParam> before = byAddress(left);
        Map<String, RecoveredParam> after = byAddress(right);
        int compared = before.size();
        List<StateDifference> found = new ArrayList<>();
        for (var each : before.entrySet()) {
            cancellation.check();
            RecoveredParam other = after.remove(each.getKey());
            StateDifference.Kind kind = kind(each.getValue(), other, values);
            if (kind != null) {
                found.add(why.explained(kind, each.getKey(), each.getValue(), other));
            }
        }
        compared += after.size();
        after.forEach((address, param) -> found.add(why.explained(StateDifference.Kind.EXTRA, address, null, param)));
        found.sort((a, b) -> a.kind() == b.kind()
                ? Utf8Order.INSTANCE.compare(a.address(), b.address())
                : a.kind().compareTo(b.kind()));
        return new StateComparison(left, right, found, compared);
    }

    /// How many there are of each kind; every kind is there.
    public Map<StateDifference.Kind, Integer> counts() {
        Map<StateDifference.Kind, Integer> counts = new EnumMap<>(StateDifference.Kind.class);
        for (StateDifference.Kind kind : StateDifference.Kind.values()) {
            counts.put(kind, 0);
        }
        differences.forEach(difference -> counts.merge(difference.kind(), 1, Integer::sum));
        return counts;
    }

    /// Sentences about both states that whoever reads the differences should know.
    public List<String> notes() {
        return Stream.of(left, right)
                .flatMap(state -> state.notes().stream())
                .distinct()
                .toList();
    }

    /// Whether there may be more differences in what cannot be read.
    public boolean partial() {
        return left.partial() || right.partial();
    }

    private static StateDifference.@Nullable Kind kind(
            RecoveredParam before, @Nullable RecoveredParam after, ValueComparison values) {
        if (after == null) {
            return StateDifference.Kind.MISSING;
        }
        Param one = before.param();
        Param other = after.param();
        if (values.compare(one.valueJson(), other.valueJson()) != ValueComparison.Outcome.ALIKE) {
            return StateDifference.Kind.VALUE;
        }
        return one.revision() == other.revision() ? null : StateDifference.Kind.REVISION;
    }

    private static Map<String, RecoveredParam> byAddress(ComparedState state) {
        Map<String, RecoveredParam> params = HashMap.newHashMap(state.params().size());
        state.params().forEach(param -> params.put(param.address(), param));
        return params;
    }
}
