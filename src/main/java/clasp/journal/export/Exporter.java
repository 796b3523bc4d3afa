package clasp.journal.export;

import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.Selection;
import clasp.journal.store.SliceWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Exports to files. A file appears only when it is complete; cancelled or failed, an export leaves what was there
/// before. Thread-safe.
public final class Exporter {
    private final SliceWriter slices;

    public Exporter(SliceWriter slices) {
        this.slices = slices;
    }

    /// As the other one, told of the entries written only.
    public Exported export(
            Selection selection, ExportFormat format, Path target, Progress progress, Cancellation cancellation) {
        return export(selection, format, target, ExportProgress.writing(progress), cancellation);
    }

    /// @param target replaced when it exists
    /// @throws clasp.journal.store.JournalException when it cannot be read or written, saying why
    public Exported export(
            Selection selection, ExportFormat format, Path target, ExportProgress progress, Cancellation cancellation) {
        checkTarget(selection.journal(), target);
        try (NewFile file = new NewFile(target)) {
            long entries = switch (format) {
                case ExportFormat.Text text -> text(selection, text, file.temporary(), target, progress, cancellation);
                case ExportFormat.Slice _ ->
                    slices.write(selection, file.temporary(), progress.writing(), cancellation);
            };
            cancellation.check();
            return new Exported(entries, file.commit(), target);
        }
    }

    /// Whether an export of this journal may go there at all, which [#export] asks, too: not over the journal itself,
    /// nor over what belongs to a database. Blocks.
    ///
    /// @throws clasp.journal.store.JournalException when not, saying why
    public void checkTarget(JournalReader journal, Path target) {
        ExportTarget.check(journal, target);
    }

    private static long text(
            Selection selection,
            ExportFormat.Text format,
            Path file,
            Path target,
            ExportProgress progress,
            Cancellation cancellation) {
        try (OutputStream out = Files.newOutputStream(file)) {
            return TextExport.write(selection, format, out, progress, cancellation);
        } catch (IOException e) {
            throw NewFile.failure(target, e);
        }
    }
}
