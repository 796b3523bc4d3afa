package clasp.journal.recovery;

import clasp.journal.model.Value;
import clasp.journal.model.ValueSyntaxException;
import clasp.journal.store.Cancellation;
import java.math.BigDecimal;
import java.util.List;

/// What differs between two values, part by part; compared by what they mean to CLASP: the order of a map's members
/// does not count, of duplicate keys the last does, `1e300` is `1e+300`, and `1` is another type than `1.0`. Immutable.
///
/// @param changes in the order of the later value, what was removed after its neighbours
/// @param complete whether these are all; otherwise there are more
public record ValueDiff(List<ValueChange> changes, boolean complete) {
    public ValueDiff {
        changes = List.copyOf(changes);
    }

    /// Compares two texts as they are stored. When one of them is no JSON, they differ as a whole.
    ///
    /// @param max at most this many changes are listed
    public static ValueDiff between(String beforeJson, String afterJson, int max, Cancellation cancellation) {
        if (beforeJson.equals(afterJson)) {
            return new ValueDiff(List.of(), true);
        }
        try {
            var walk = new ValueDiffWalk(new ValueComparison(BigDecimal.ZERO), max, cancellation);
            return walk.run(Value.parse(beforeJson), Value.parse(afterJson));
        } catch (ValueSyntaxException e) {
            var whole = new ValueChange(ChangeKind.CHANGED, "", beforeJson, afterJson);
            return new ValueDiff(List.of(whole), true);
        }
    }
}
