package clasp.journal.store;

/// The way a page extends from its first seq.
public enum Direction {
    FORWARD,
    BACKWARD
}
