package clasp.journal.recovery;

import clasp.journal.model.Param;
import clasp.journal.store.Cancellation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What differs between two states, address by address. Immutable.
///
/// @param changes one for each address of either state, also where nothing changed, in order of the addresses
/// @param counts how many there are of each kind; every kind is there
public record ParamDiff(List<ParamChange> changes, Map<ChangeKind, Integer> counts) {
    public ParamDiff {
        changes = List.copyOf(changes);
        counts = Map.copyOf(counts);
    }

    /// Compares two states. An address that a state has more than once counts with its last param, as in CLASP.
    ///
    /// @param tolerance numbers no farther apart than this count as equal, also inside arrays and maps
    public static ParamDiff between(
            List<Param> before, List<Param> after, BigDecimal tolerance, Cancellation cancellation) {
        var values = new ValueComparison(tolerance);
        Map<String, Param> earlier = byAddress(before);
        Map<String, Param> later = byAddress(after);
        List<ParamChange> changes = new ArrayList<>(Math.max(earlier.size(), later.size()));
        earlier.forEach((address, param) -> {
            cancellation.check();
            Param now = later.remove(address);
            changes.add(new ParamChange(kind(param, now, values), address, param, now));
        });
        later.forEach((address, param) -> changes.add(new ParamChange(ChangeKind.ADDED, address, null, param)));
        changes.sort(Comparator.comparing(ParamChange::address));
        return new ParamDiff(changes, count(changes));
    }

    public int count(ChangeKind kind) {
        return counts.getOrDefault(kind, 0);
    }

    private static ChangeKind kind(Param before, @Nullable Param after, ValueComparison values) {
        if (after == null) {
            return ChangeKind.REMOVED;
        }
        return switch (values.compare(before.valueJson(), after.valueJson())) {
            case DIFFERENT -> ChangeKind.CHANGED;
            case RETYPED -> ChangeKind.RETYPED;
            case ALIKE -> before.equals(after) ? ChangeKind.UNCHANGED : ChangeKind.REWRITTEN;
        };
    }

    private static Map<String, Param> byAddress(List<Param> params) {
        Map<String, Param> map = HashMap.newHashMap(params.size());
        params.forEach(param -> map.put(param.address(), param));
        return map;
    }

    private static Map<ChangeKind, Integer> count(List<ParamChange> changes) {
        Map<ChangeKind, Integer> counts = new EnumMap<>(ChangeKind.class);
        for (ChangeKind kind : ChangeKind.values()) {
            counts.put(kind, 0);
        }
        changes.forEach(change -> counts.merge(change.kind(), 1, Integer::sum));
        return counts;
    }
}
