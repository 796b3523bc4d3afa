package clasp.journal.store;

/// A journal whose source may come to want another token than the one that it was shown. Thread-safe.
public interface Guarded extends JournalReader {
    /// Shows the source this token from now on, and tries at once if there is no connection: for when it no longer
    /// takes the one before. Does not block.
    ///
    /// @throws IllegalArgumentException with a sentence when it cannot be one
    void useToken(String token);
}
