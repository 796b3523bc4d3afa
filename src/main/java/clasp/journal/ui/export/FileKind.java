package clasp.journal.ui.export;

/// What an export is written as.
enum FileKind {
    CSV(".csv", ".csv"),
    JSON_LINES(".jsonl", ".jsonl"),
    /// Suggested under another name than the journal, which most often ends in the same way.
    SLICE(".db", "-slice.db");

    private final String extension;
    private final String suffix;

    FileKind(String extension, String suffix) {
        this.extension = extension;
        this.suffix = suffix;
    }

    /// With its dot.
    String extension() {
        return extension;
    }

    /// What follows the journal's name in the name of the file.
    String suffix() {
        return suffix;
    }
}
