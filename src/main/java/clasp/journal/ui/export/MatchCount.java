package clasp.journal.ui.export;

/// What is known of how many entries match. Immutable.
sealed interface MatchCount {
    /// @param fraction of the work that is done, from 0 to 1; negative while it is not known
    record Counting(double fraction) implements MatchCount {}

    /// @param firstSeq the first seq in the journal when it was counted
    /// @param lastSeq the latest one: later ones are not counted
    record Counted(long entries, long firstSeq, long lastSeq) implements MatchCount {}

    /// The user did not want to wait for it.
    record Stopped() implements MatchCount {}

    record Failed(String sentence) implements MatchCount {}
}
