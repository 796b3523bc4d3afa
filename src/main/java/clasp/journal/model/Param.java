package clasp.journal.model;

/// The state of one param as a snapshot holds it. Immutable.
///
/// @param valueJson the value's JSON text as it stands in the snapshot
/// @param revision unsigned 64 bit
/// @param timestampMicros µs since the Unix epoch, unsigned 64 bit
public record Param(String address, String valueJson, long revision, String writer, long timestampMicros) {}
