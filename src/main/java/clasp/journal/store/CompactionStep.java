package clasp.journal.store;

/// What a compaction does one after the other, as far as its order asks for it; at last, the way back.
public enum CompactionStep {
    /// Working out what both recoveries come to before and after.
    COMPARING,
    /// Looking through the journal for damage, from its first page to its last.
    LOOKING_THROUGH,
    /// Copying the journal.
    BACKING_UP,
    /// Looking through the copy from its first page to its last.
    CHECKING_BACKUP,
    /// Working out the state that the snapshot holds.
    TAKING_SNAPSHOT,
    DELETING,
    /// Giving the SETs that stay other revisions.
    RENUMBERING,
    /// Making what was deleted final, and giving its space back.
    SHRINKING,
    /// Working out what both recoveries come to now.
    CHECKING,
    /// Copying a backup beside the journal, and then in its place.
    RESTORING,
    /// Copying the journal as it is, before the backup takes its place.
    KEEPING
}
