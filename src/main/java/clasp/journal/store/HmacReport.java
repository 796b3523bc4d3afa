package clasp.journal.store;

/// What became of checking the HMACs of a journal's entries. Immutable.
///
/// @param good entries whose HMAC is right
/// @param bad entries whose HMAC is wrong
/// @param without entries that have none, which CLASP accepts
public record HmacReport(long good, long bad, long without) {}
