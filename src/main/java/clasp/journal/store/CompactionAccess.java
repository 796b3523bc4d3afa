package clasp.journal.store;

/// Whether a journal can be compacted.
public sealed interface CompactionAccess {
    record Available(Compactor compactor) implements CompactionAccess {}

    /// It would lose more than it should; a backup can take the journal's place all the same.
    ///
    /// @param reason a sentence saying why not, and what can be done
    /// @param compactor to restore with
    record OnlyRestore(String reason, Compactor compactor) implements CompactionAccess {}

    /// @param reason a sentence saying why not, and what can be done
    record Unavailable(String reason) implements CompactionAccess {}
}
