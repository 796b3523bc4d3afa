package clasp.journal.ui.export;

import clasp.journal.export.ExportFormat;
import clasp.journal.export.ExportProgress;
import clasp.journal.export.Exported;
import clasp.journal.export.Exporter;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.Progress;
import clasp.journal.store.Selection;
import java.nio.file.Path;
import java.util.Optional;

/// One export: the entries that are there when it begins, however the journal grows meanwhile. Immutable.
///
/// @param mayReplace whether the user has agreed that a file there is replaced
record ExportRun(
        JournalReader journal,
        Exporter exporter,
        Filter filter,
        ExportFormat format,
        FileKind kind,
        Path target,
        boolean mayReplace) {
    /// What stands for the total in the reports while the columns of flattened values are sought.
    static final long FINDING = -2;

    /// What stands for the total while entries are written: it is not known here.
    private static final long WRITING = -1;

    /// Blocks.
    ///
    /// @param progress told the number of entries
    /// @throws clasp.journal.store.JournalException when it fails, saying why
    ExportAttempt run(Progress progress, Cancellation cancellation) {
        exporter.checkTarget(journal, target);
        Optional<ExistingFile> inTheWay = mayReplace ? Optional.empty() : ExistingFile.at(target);
        return inTheWay.isPresent() ? new ExportAttempt.WouldReplace(inTheWay.get()) : write(progress, cancellation);
    }

    private ExportAttempt write(Progress progress, Cancellation cancellation) {
        try {
            JournalState begun = journal.state();
            var selection = new Selection(
                    journal, filter, new SeqRange(SeqRange.ALL.first(), begun.latestSeq()), Long.MAX_VALUE);
            Exported exported = exporter.export(
                    selection,
                    format,
                    target,
                    new ExportProgress(
                            (done, total) -> progress.report(done, FINDING),
                            (done, total) -> progress.report(done, WRITING)),
                    cancellation);
            boolean grown = journal.state().latestSeq() > begun.latestSeq();
            return new ExportAttempt.Written(
                    new ExportOutcome(exported, kind, exported.entries(), begun.latestSeq(), grown));
        } catch (CancelledException e) {
            return new ExportAttempt.Cancelled();
        }
    }
}
