package clasp.journal.ui.snapshot;

import clasp.journal.model.Param;
import clasp.journal.recovery.ChangeKind;
import clasp.journal.recovery.ParamChange;
import clasp.journal.recovery.ParamDiff;
import clasp.journal.store.Cancellation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How states are laid out in a table: what is left out, and in which order the rest comes. Immutable.
///
/// @param kinds in a comparison, the kinds of change to show
record Arrangement(String filter, BigDecimal tolerance, Set<ChangeKind> kinds, ParamColumn column, boolean ascending) {
    Arrangement {
        kinds = Set.copyOf(kinds);
    }

    /// One state, or the way from the earlier of two to the later.
    SnapshotContent of(LoadedState subject, @Nullable LoadedState other, Cancellation cancellation) {
        if (other == null) {
            return params(subject, cancellation);
        }
        return subject.isLaterThan(other)
                ? changes(other, subject, cancellation)
                : changes(subject, other, cancellation);
    }

    private SnapshotContent params(LoadedState state, Cancellation cancellation) {
        var wanted = ParamFilter.of(filter).params();
        List<Param> shown = state.params().stream()
                .filter(param -> {
                    cancellation.check();
                    return wanted.test(param);
                })
                .toList();
        return new SnapshotContent.Params(state, column.sortParams(shown, ascending));
    }

    private SnapshotContent changes(LoadedState before, LoadedState after, Cancellation cancellation) {
        ParamDiff diff = ParamDiff.between(before.params(), after.params(), tolerance, cancellation);
        var wanted = ParamFilter.of(filter).changes();
        List<ParamChange> shown = diff.changes().stream()
                .filter(change -> {
                    cancellation.check();
                    return kinds.contains(change.kind()) && wanted.test(change);
                })
                .toList();
        return new SnapshotContent.Changes(before, after, diff, column.sortChanges(shown, ascending));
    }
}
