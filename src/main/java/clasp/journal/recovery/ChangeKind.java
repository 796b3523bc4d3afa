package clasp.journal.recovery;

/// In what way a param differs between two states. The order is that of interest.
public enum ChangeKind {
    /// Only the later state has the address.
    ADDED,
    /// Only the earlier state has the address.
    REMOVED,
    /// The value is another one.
    CHANGED,
    /// The same number (within the tolerance) in another type: `1` and `1.0` are Int and Float to CLASP.
    RETYPED,
    /// A value that counts as equal, but another revision, writer or time: it was set again.
    REWRITTEN,
    /// Alike in every field.
    UNCHANGED
}
