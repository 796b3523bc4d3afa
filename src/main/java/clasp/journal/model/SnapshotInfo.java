package clasp.journal.model;

/// What is known of a snapshot without reading its content. Immutable.
///
/// @param id position in the file; the most recent snapshot has the highest
/// @param createdAtMicros µs since the Unix epoch, unsigned 64 bit
/// @param seqAt the latest seq when the snapshot was taken
/// @param sizeBytes length of the stored text
public record SnapshotInfo(long id, long createdAtMicros, long seqAt, long sizeBytes) {}
