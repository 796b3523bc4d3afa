package clasp.journal.ui.table;

import org.jspecify.annotations.Nullable;

/// Where the user is in a table. Immutable.
///
/// @param top the seq of the row on top
/// @param selected the seq of the row looked at; null for none
public record TablePlace(long top, @Nullable Long selected) {}
