package clasp.journal.query;

/// A `from:` or `to:` as written. Immutable.
///
/// @param relative whether it counts from the other bound
/// @param micros µs since the Unix epoch, unsigned 64 bit; for a relative bound the distance, at least 0
/// @param start where it stands in the text
record TimeBound(boolean from, boolean relative, long micros, int start) {}
