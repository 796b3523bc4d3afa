package clasp.journal.ui.main;

import clasp.journal.query.Query;
import clasp.journal.query.QuerySyntaxException;
import clasp.journal.ui.lifelines.LifelinesPlace;
import clasp.journal.ui.recovery.RecoveryPlace;
import clasp.journal.ui.table.TablePlace;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where the user is in an open journal. Immutable.
///
/// @param filter as typed
/// @param place null while there are no rows
/// @param snapshots whether the snapshots are on screen instead of the entries
/// @param lifelines whether the lifelines are
/// @param recovery whether the recovery view is
/// @param lifelinesPlace null while there are no lifelines
/// @param recoveryPlace null while there is no recovery view
/// @param leftOf the damaged file of which what is left is shown; null where the journal itself is
record ViewState(
        String filter,
        @Nullable TablePlace place,
        boolean snapshots,
        boolean lifelines,
        @Nullable LifelinesPlace lifelinesPlace,
        boolean recovery,
        @Nullable RecoveryPlace recoveryPlace,
        @Nullable FileMark leftOf) {
    /// A settings file can lack anything.
    ViewState {
        filter = Objects.requireNonNullElse(filter, "");
    }

    ViewState leftOf(@Nullable FileMark damaged) {
        return new ViewState(filter, place, snapshots, lifelines, lifelinesPlace, recovery, recoveryPlace, damaged);
    }

    /// Everything, where the settings hold a text that is no filter.
    Query query() {
        try {
            return Query.parse(filter);
        } catch (QuerySyntaxException e) {
            return Query.ALL;
        }
    }
}
