package clasp.journal.ui.main;

import clasp.journal.ui.table.TablePlace;
import org.jspecify.annotations.Nullable;

/// Where the user is in an open journal. Immutable.
///
/// @param filter as typed
/// @param place null while there are no rows
/// @param snapshots whether the snapshots are on screen instead of the entries
/// @param recovery whether the recovery view is
record ViewState(String filter, @Nullable TablePlace place, boolean snapshots, boolean recovery) {}
