package clasp.journal.export;

/// What an export is written as.
public sealed interface ExportFormat {
    /// A format of text, which can go to a stream as well as to a file.
    sealed interface Text extends ExportFormat {}

    record Csv(CsvOptions options) implements Text {}

    /// One JSON object an entry and line, with CLASP's field names and the value as stored.
    record JsonLines() implements Text {}

    /// A CLASP SQLite file of the matching entries: seqs and HMACs as they are, no snapshots.
    record Slice() implements ExportFormat {}
}
