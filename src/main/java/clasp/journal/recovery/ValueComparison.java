package clasp.journal.recovery;

import clasp.journal.model.Value;
import clasp.journal.model.ValueSyntaxException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Compares values by what they mean to CLASP: the order of a map's members does not count, of duplicate keys the last
/// does, `1e300` is `1e+300`. Numbers compare exactly. `1` and `1.0` are the same number in two types, which is told
/// apart from another value whatever the tolerance; `0.0` and `-0.0` differ unless a tolerance is given. Two texts of
/// which one is no JSON are alike only when they are the same text. Immutable.
final class ValueComparison {
    enum Outcome {
        ALIKE,
        RETYPED,
        DIFFERENT;

        Outcome and(Outcome other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    private final BigDecimal tolerance;

    /// @param tolerance numbers that lie no farther apart count as the same
    ValueComparison(BigDecimal tolerance) {
        this.tolerance = tolerance;
    }

    Outcome compare(String leftJson, String rightJson) {
        if (leftJson.equals(rightJson)) {
            return Outcome.ALIKE;
        }
        try {
            return compare(Value.parse(leftJson), Value.parse(rightJson));
        } catch (ValueSyntaxException e) {
            return Outcome.DIFFERENT;
        }
    }

    Outcome compare(Value left, Value right) {
        return switch (left) {
            case Value.Num number when right instanceof Value.Num other -> compareNumbers(number.text(), other.text());
            case Value.Array array
            when right instanceof Value.Array other -> compareItems(array.items(), other.items());
            case Value.Map map when right instanceof Value.Map other -> compareMembers(byKey(map), byKey(other));
            case Value.Null _, Value.Bool _, Value.Num _, Value.Text _, Value.Array _, Value.Map _ ->
                left.equals(right) ? Outcome.ALIKE : Outcome.DIFFERENT;
        };
    }

    private Outcome compareNumbers(String left, String right) {
        if (left.equals(right)) {
            return Outcome.ALIKE;
        }
        var leftNumber = JsonNumber.of(left);
        var rightNumber = JsonNumber.of(right);
        if (leftNumber.isEmpty() || rightNumber.isEmpty()) {
            return Outcome.DIFFERENT;
        }
        BigDecimal distance = leftNumber.get().subtract(rightNumber.get()).abs();
        boolean signOfZero = tolerance.signum() == 0
                && JsonNumber.isNegativeZero(left, leftNumber.get())
                        != JsonNumber.isNegativeZero(right, rightNumber.get());
        if (distance.compareTo(tolerance) > 0 || signOfZero) {
            return Outcome.DIFFERENT;
        }
        return JsonNumber.isInteger(left) == JsonNumber.isInteger(right) ? Outcome.ALIKE : Outcome.RETYPED;
    }

    private Outcome compareItems(List<Value> left, List<Value> right) {
        Outcome worst = left.size() == right.size() ? Outcome.ALIKE : Outcome.DIFFERENT;
        for (int i = 0; i < left.size() && worst != Outcome.DIFFERENT; i++) {
            worst = worst.and(compare(left.get(i), right.get(i)));
        }
        return worst;
    }

    private Outcome compareMembers(Map<String, Value> left, Map<String, Value> right) {
        Outcome worst = left.keySet().equals(right.keySet()) ? Outcome.ALIKE : Outcome.DIFFERENT;
        for (var member : left.entrySet()) {
            Value other = right.get(member.getKey());
            if (worst == Outcome.DIFFERENT || other == null) {
                return Outcome.DIFFERENT;
            }
            worst = worst.and(compare(member.getValue(), other));
        }
        return worst;
    }

    private static Map<String, Value> byKey(Value.Map map) {
        Map<String, Value> members = new HashMap<>();
        map.members().forEach(member -> members.put(member.key(), member.value()));
        return members;
    }
}
