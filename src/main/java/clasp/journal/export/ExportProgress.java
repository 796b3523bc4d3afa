package clasp.journal.export;

import clasp.journal.store.Progress;

/// Told how far an export has come, as numbers of entries; the totals are not known. Called from the working thread.
///
/// @param finding entries read to find the columns of [ValueFormat#FLATTENED], before the first is written
/// @param writing entries written
public record ExportProgress(Progress finding, Progress writing) {
    /// Only what is written counts.
    public static ExportProgress writing(Progress progress) {
        return new ExportProgress(Progress.NONE, progress);
    }
}
