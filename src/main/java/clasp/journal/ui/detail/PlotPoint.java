package clasp.journal.ui.detail;

/// A number at its place in a plot. Immutable.
///
/// @param text the number as stored
/// @param height 0 for the least of the plot, 1 for the greatest
/// @param joined whether the entry before it at this address is a number, too
record PlotPoint(long seq, long micros, String text, double height, boolean joined) {}
