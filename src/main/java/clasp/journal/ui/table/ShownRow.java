package clasp.journal.ui.table;

/// A row with what depends on where it stands and how time is shown. Immutable.
///
/// @param time full, with the date
/// @param clock without it
/// @param delta the step from the row above; empty for the first row, and while the row above is being loaded
/// @param backwards whether time goes backwards there
record ShownRow(EntryRow row, String time, String clock, String delta, boolean backwards) {}
