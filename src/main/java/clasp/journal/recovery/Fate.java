package clasp.journal.recovery;

/// What a recovery makes of one entry. Immutable.
public sealed interface Fate {
    /// The entry changes the state.
    sealed interface Change extends Fate {
        /// The param as the entry leaves it.
        RecoveredParam after();

        /// Whether the stored value cannot be read, so that null was taken instead.
        boolean unreadable();
    }

    /// Its address was not there before.
    record Created(RecoveredParam after, boolean unreadable) implements Change {}

    /// It took the place of what its address had.
    record Applied(RecoveredParam before, RecoveredParam after, boolean unreadable) implements Change {}

    /// A router drops it without a word, as it carries another revision than the param has.
    ///
    /// @param carried the entry's revision, unsigned
    /// @param expected the param's revision at that moment, unsigned
    record Rejected(long carried, long expected) implements Fate {}

    /// Only SETs make params.
    record NotASet(long msgType) implements Fate {}

    /// A router takes no SET without a revision from a journal.
    record WithoutRevision() implements Fate {}

    /// The snapshot that the recovery began with already has it.
    ///
    /// @param seqAt the latest seq when the snapshot was taken
    record BeforeSnapshot(long seqAt) implements Fate {}
}
