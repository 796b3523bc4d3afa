package clasp.journal.recovery;

/// How bad a problem is. The order is that of badness.
public enum Severity {
    /// Worth knowing; nothing is wrong with the state that a router recovers.
    INFO,
    /// Something happened that should not, or a recovery may surprise.
    WARNING,
    /// Something is lost or cannot be trusted.
    ERROR
}
