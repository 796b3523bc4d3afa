package clasp.journal.ui.export;

import java.nio.file.Path;

/// How far the dialog has come. Immutable.
sealed interface ExportPhase {
    /// Finding out what to suggest.
    record Preparing() implements ExportPhase {}

    /// @param reason a sentence
    record Unavailable(String reason) implements ExportPhase {}

    /// @param notice what came of the last attempt, as a sentence; empty at first
    record Choosing(String notice) implements ExportPhase {}

    /// Asks whether the file that is there shall really be replaced.
    record ConfirmingReplacement(ExistingFile file) implements ExportPhase {}

    record Exporting(Path target) implements ExportPhase {}

    record Done(ExportOutcome outcome) implements ExportPhase {}

    /// @param sentence what failed and why; nothing was written
    /// @param before whether a file was there that was to be replaced
    record Failed(String sentence, boolean before) implements ExportPhase {}
}
