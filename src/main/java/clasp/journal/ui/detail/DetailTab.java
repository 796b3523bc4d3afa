package clasp.journal.ui.detail;

/// What of the entry is on screen below its fields.
enum DetailTab {
    VALUE,
    DIFF,
    HISTORY
}
