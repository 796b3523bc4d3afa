package clasp.journal.ui.recovery;

import clasp.journal.recovery.RecoveredParam;
import org.jspecify.annotations.Nullable;

/// A param in the state table. Immutable.
///
/// @param param null for a pinned address that is not there at the cursor
/// @param changed whether it has just been set
public record StateRow(String address, @Nullable RecoveredParam param, boolean changed, boolean pinned) {}
