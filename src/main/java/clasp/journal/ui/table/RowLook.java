package clasp.journal.ui.table;

/// How a line on screen looks, whatever stands in it.
///
/// @param empty whether no row stands in it, nor will
/// @param loading whether its row is being loaded
/// @param lead whether the keyboard moves from here
/// @param marked whether there is a bookmark on its entry
record RowLook(boolean empty, boolean loading, boolean selected, boolean lead, boolean marked) {
    static final RowLook EMPTY = new RowLook(true, false, false, false, false);
    static final RowLook LOADING = new RowLook(false, true, false, false, false);
}
