package clasp.journal.ui.compaction;

import clasp.journal.recovery.CompactionProof;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.CompactionOutcome;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.CompactionStep;
import clasp.journal.store.Compactor;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.Progress;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Fraction;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Work that changes the journal: how far it is, how it is cancelled, and what came of it. Confined to the FX thread,
/// but for the work.
final class WorkRun {
    /// Changes the journal. Blocks.
    @FunctionalInterface
    interface Work {
        CompactionPhase run(CompactionProgress progress, Cancellation cancellation);
    }

    /// @param outcome empty when the work was cancelled before its end
    /// @param state where the journal stands now; empty where that cannot be read, which whoever polls it tells
    private record Attempt(Optional<CompactionPhase> outcome, Optional<JournalState> state) {}

    private record Reached(CompactionStep step, long done, long total) {
        double fraction() {
            return Fraction.of(done, total);
        }
    }

    private final Browsing browsing;
    private final Tasks tasks;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(Fraction.UNKNOWN);
    private final ReadOnlyObjectWrapper<@Nullable CompactionStep> step = new ReadOnlyObjectWrapper<>();
    private Cancellation running = new Cancellation();

    WorkRun(Browsing browsing, Tasks tasks) {
        this.browsing = browsing;
        this.tasks = tasks;
    }

    /// What is being done; null before that is known.
    ReadOnlyObjectProperty<@Nullable CompactionStep> step() {
        return step.getReadOnlyProperty();
    }

    /// How far the step is, from 0 to 1, or [Fraction#UNKNOWN].
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
        progress.set(Fraction.UNKNOWN);
        step.set(null);
        var newest = new AtomicReference<@Nullable Reached>();
        tasks.task(
                        "compact",
                        (report, ignored) -> attempt(
                                work,
                                (now, done, total) -> {
                                    newest.set(new Reached(now, done, total));
                                    report.report(done, total);
                                },
                                cancellation))
                .onProgress((done, total) -> show(newest.get()))
                .onSuccess(attempt -> {
                    attempt.state().ifPresent(browsing::update);
                    ended.accept(attempt.outcome());
                })
                .onFailure(failed)
                .start();
    }

    /// Whoever guesses how long a step takes begins anew with each.
    private void show(@Nullable Reached now) {
        if (now == null) {
            return;
        }
        if (now.step() != step.get()) {
            progress.set(Fraction.UNKNOWN);
            step.set(now.step());
        }
        progress.set(now.fraction());
    }

    private Attempt attempt(Work work, CompactionProgress report, Cancellation cancellation) {
        Optional<CompactionPhase> outcome;
        try {
            outcome = Optional.of(work.run(report, cancellation));
        } catch (CancelledException e) {
            outcome = Optional.empty();
        }
        return new Attempt(outcome, state());
    }

    private Optional<JournalState> state() {
        try {
            return Optional.of(browsing.journal().state());
        } catch (JournalException e) {
            // What was done is done.
            return Optional.empty();
        }
    }

    /// Both recoveries are compared before anything is deleted, and again afterwards; cancelled by then, it is
    /// told as done, but not as checked. Where the journal has changed so that more comes back otherwise than was
    /// shown, nothing is deleted.
    ///
    /// @param shown what the user agreed to
    static CompactionPhase compacted(
            JournalReader journal,
            Compactor compactor,
            CompactionOrder order,
            CompactionProof shown,
            CompactionProgress report,
            Cancellation cancellation) {
        CompactionProof predicted =
                CompactionProof.predict(journal, order, report.of(CompactionStep.COMPARING), cancellation);
        if (predicted.exceeds(shown)) {
            return new CompactionPhase.Choosing(Texts.text("compaction.proof.otherwise"));
        }
        CompactionOutcome outcome = compactor.compact(order, report, cancellation);
        return new CompactionPhase.Compacted(
                outcome, check(journal, predicted, report.of(CompactionStep.CHECKING), cancellation));
    }

    private static Optional<CompactionPhase.Check> check(
            JournalReader journal, CompactionProof predicted, Progress progress, Cancellation cancellation) {
        try {
            CompactionProof seen = predicted.verify(journal, progress, cancellation);
            return Optional.of(new CompactionPhase.Check(seen, seen.confirms(predicted)));
        } catch (CancelledException e) {
            return Optional.empty();
        }
    }
}
