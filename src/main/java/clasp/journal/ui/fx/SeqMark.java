package clasp.journal.ui.fx;

/// A sign at an entry: something is wrong there. Immutable.
///
/// @param micros the entry's time, µs since the Unix epoch, unsigned
/// @param grave whether it is more than a warning
public record SeqMark(long seq, long micros, boolean grave) {}
