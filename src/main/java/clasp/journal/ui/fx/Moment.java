package clasp.journal.ui.fx;

/// A place in a journal: right after an entry. Immutable.
///
/// @param micros the entry's time, µs since the Unix epoch, unsigned
public record Moment(long seq, long micros) {}
