package clasp.journal.store;

/// An address with what the journal holds for it. Immutable.
///
/// @param entries how many
/// @param lastSeq the highest seq among them
public record AddressCount(String address, long entries, long lastSeq) {}
