package clasp.journal.ui.table;

import clasp.journal.ui.fx.Tint;
import org.jspecify.annotations.Nullable;

/// How a line on screen looks, whatever stands in it.
///
/// @param empty whether no row stands in it, nor will
/// @param loading whether its row is being loaded
/// @param lead whether the keyboard moves from here
/// @param marked whether there is a bookmark on its entry
/// @param tint by the user's rules; null for none
record RowLook(
        boolean empty,
        boolean loading,
        boolean selected,
        boolean lead,
        boolean marked,
        @Nullable Tint tint) {
    static final RowLook EMPTY = new RowLook(true, false, false, false, false, null);
    static final RowLook LOADING = new RowLook(false, true, false, false, false, null);
}
