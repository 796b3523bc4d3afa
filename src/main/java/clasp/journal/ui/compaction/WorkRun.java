package clasp.journal.ui.compaction;

import clasp.journal.recovery.CompactionProof;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.CompactionOutcome;
import clasp.journal.store.Compactor;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.Progress;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/// Work that changes the journal: how far it is, how it is cancelled, and what came of it. Confined to the FX thread,
/// but for the work.
final class WorkRun {
    /// The progress of work of which nobody knows how long it takes.
    static final double UNKNOWN = -1;

    /// Changes the journal. Blocks.
    @FunctionalInterface
    interface Work {
        CompactionPhase run(Progress progress, Cancellation cancellation);
    }

    /// Empty when the work was cancelled before its end.
    private record Attempt(Optional<CompactionPhase> outcome, JournalState state) {}

    private final Browsing browsing;
    private final Tasks tasks;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(UNKNOWN);
    private Cancellation running = new Cancellation();

    WorkRun(Browsing browsing, Tasks tasks) {
        this.browsing = browsing;
        this.tasks = tasks;
    }

    /// From 0 to 1, or [#UNKNOWN].
    ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    void cancel() {
        running.cancel();
    }

    /// The cancellation is this run's own, not the task's: work that came to its end all the same must be told as done.
    ///
    /// @param ended told the outcome; nothing when it was cancelled
    void start(Work work, Consumer<Optional<CompactionPhase>> ended, Consumer<Throwable> failed) {
        var cancellation = new Cancellation();
        running = cancellation;
        progress.set(UNKNOWN);
        tasks.task("compact", (report, ignored) -> attempt(work, report, cancellation))
                .onProgress((done, total) -> progress.set(total > 0 ? (double) done / total : UNKNOWN))
                .onSuccess(attempt -> {
                    browsing.update(attempt.state());
                    ended.accept(attempt.outcome());
                })
                .onFailure(failed)
                .start();
    }

    private Attempt attempt(Work work, Progress report, Cancellation cancellation) {
        JournalReader journal = browsing.journal();
        try {
            return new Attempt(Optional.of(work.run(report, cancellation)), journal.state());
        } catch (CancelledException e) {
            return new Attempt(Optional.empty(), journal.state());
        }
    }

    /// Both recoveries are compared before anything is deleted, and again afterwards. By then it cannot be cancelled
    /// any more. Where the journal has changed so that more comes back otherwise than was shown, nothing is
    /// deleted.
    ///
    /// @param shown what the user agreed to
    static CompactionPhase compacted(
            JournalReader journal,
            Compactor compactor,
            CompactionOrder order,
            CompactionProof shown,
            Progress report,
            Cancellation cancellation) {
        CompactionProof predicted = CompactionProof.predict(journal, order, Progress.NONE, cancellation);
        if (predicted.exceeds(shown)) {
            return new CompactionPhase.Choosing(Texts.text("compaction.proof.otherwise"));
        }
        CompactionOutcome outcome = compactor.compact(order, report, cancellation);
        CompactionProof seen = predicted.verify(journal, Progress.NONE, Cancellation.none());
        return new CompactionPhase.Compacted(outcome, seen, seen.confirms(predicted));
    }
}
