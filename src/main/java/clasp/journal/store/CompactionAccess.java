package clasp.journal.store;

/// Whether a journal can be compacted.
public sealed interface CompactionAccess {
    record Available(Compactor compactor) implements CompactionAccess {}

    /// @param reason a sentence saying why not, and what can be done
    record Unavailable(String reason) implements CompactionAccess {}
}
