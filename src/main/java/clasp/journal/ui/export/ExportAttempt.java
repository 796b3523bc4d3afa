package clasp.journal.ui.export;

/// How an export in the background ended. Immutable.
sealed interface ExportAttempt {
    record Written(ExportOutcome outcome) implements ExportAttempt {}

    /// Not begun: there is a file, and nobody has agreed to replace it.
    record WouldReplace(ExistingFile file) implements ExportAttempt {}

    record Cancelled() implements ExportAttempt {}
}
