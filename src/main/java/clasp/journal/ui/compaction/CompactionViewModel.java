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
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Leads through one compaction: choice and preview, consent where something is at risk, the work itself,
/// its outcome, and the way back. Confined to the FX thread.
public final class CompactionViewModel {
    /// The progress of work of which nobody knows how long it takes.
    static final double UNKNOWN = -1;

    /// Empty when the work was cancelled before its end.
    private record Attempt(Optional<CompactionPhase> outcome, JournalState state) {}

    /// Work that changes the journal.
    @FunctionalInterface
    private interface Work {
        CompactionPhase run(Compactor compactor, Progress progress, Cancellation cancellation);
    }

    private final Browsing browsing;
    private final JournalReader journal;
    private final Tasks tasks;
    private final CutPreviewModel cut;
    private final ProofModel proof;
    private final CompactionOptions options = new CompactionOptions();
    private final BooleanProperty understood = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<CompactionPhase> phase =
            new ReadOnlyObjectWrapper<>(new CompactionPhase.Checking());
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(UNKNOWN);
    private final ObjectBinding<Risk> risk;
    private final BooleanBinding ready;
    private final TaskSlot preparing = new TaskSlot();
    private Cancellation running = new Cancellation();
    private @Nullable Compactor compactor;

    public CompactionViewModel(Browsing browsing, Tasks tasks, Later later) {
        this.browsing = browsing;
        this.journal = browsing.journal();
        this.tasks = tasks;
        cut = new CutPreviewModel(journal, tasks, later);
        cut.choice().onChange(() -> understood.set(false));
        browsing.state().addListener((property, before, now) -> {
            if (before.version() != now.version() && phase.get() instanceof CompactionPhase.Choosing) {
                cut.journalChanged();
            }
        });
        proof = new ProofModel(journal, tasks, later);
        List.<ObservableValue<?>>of(phase, cut.preview(), options.snapshotFirst(), options.forClaspRouter())
                .forEach(source -> source.addListener((property, before, now) -> chooseProof()));
        risk = Bindings.createObjectBinding(this::currentRisk, cut.preview(), options.snapshotFirst());
        risk.addListener((property, before, now) -> understood.set(false));
        ready = Bindings.createBooleanBinding(
                this::isReady,
                phase,
                cut.preview(),
                proof.proof(),
                risk,
                understood,
                options.backup(),
                options.backupPath());
    }

    /// Asks whether and how the journal can be compacted.
    public void start() {
        phase.set(new CompactionPhase.Checking());
        tasks.task("prepare compaction", (report, cancellation) -> Preparation.of(journal, cancellation))
                .replacing(preparing)
                .onSuccess(this::prepared)
                .onFailure(error -> phase.set(new CompactionPhase.Unavailable(sentence(error))))
                .start();
    }

    /// Ends all background work. A compaction that runs is cancelled.
    public void stop() {
        preparing.cancel();
        cut.stop();
        proof.forget();
        cancel();
    }

    Browsing browsing() {
        return browsing;
    }

    CutPreviewModel cut() {
        return cut;
    }

    ProofModel proof() {
        return proof;
    }

    CompactionOptions options() {
        return options;
    }

    ReadOnlyObjectProperty<CompactionPhase> phase() {
        return phase.getReadOnlyProperty();
    }

    /// From 0 to 1, or [#UNKNOWN].
    ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    ObjectBinding<Risk> risk() {
        return risk;
    }

    /// The user's consent to the risk; withdrawn whenever the choice or the risk changes.
    BooleanProperty understood() {
        return understood;
    }

    /// Whether [#compact()] would do something, and it is shown what both recoveries come to after it.
    BooleanBinding ready() {
        return ready;
    }

    /// Whether the journal is being changed right now: not the moment to close the dialog.
    public boolean working() {
        return phase.get() instanceof CompactionPhase.Compacting || phase.get() instanceof CompactionPhase.Restoring;
    }

    /// Does what was chosen and previewed.
    public void compact() {
        if (ready.get() && cut.preview().get() instanceof CutPreview.Ready chosen) {
            var order = options.order(chosen.preview().beforeSeq());
            CompactionPhase before = new CompactionPhase.Choosing("");
            cut.stop();
            run(
                    new CompactionPhase.Compacting(),
                    before,
                    (present, report, cancellation) -> compacted(present, order, report, cancellation));
        }
    }

    /// Both recoveries are compared before anything is deleted, and again afterwards. By then it cannot be
    /// cancelled any more.
    private CompactionPhase compacted(
            Compactor present, CompactionOrder order, Progress report, Cancellation cancellation) {
        CompactionProof predicted = CompactionProof.predict(journal, order, Progress.NONE, cancellation);
        CompactionOutcome outcome = present.compact(order, report, cancellation);
        CompactionProof seen = predicted.verify(journal, Progress.NONE, Cancellation.none());
        return new CompactionPhase.Compacted(outcome, seen, seen.confirms(predicted));
    }

    private void chooseProof() {
        switch (phase.get()) {
            case CompactionPhase.Choosing _ -> {
                if (cut.preview().get() instanceof CutPreview.Ready chosen) {
                    proof.choose(
                            chosen.preview().removed() > 0
                                            || options.forClaspRouter().get()
                                    ? Optional.of(options.order(chosen.preview().beforeSeq()))
                                    : Optional.empty());
                }
            }
            case CompactionPhase.Checking _,
                    CompactionPhase.Unavailable _,
                    CompactionPhase.Compacting _,
                    CompactionPhase.Compacted _,
                    CompactionPhase.ConfirmingRestore _,
                    CompactionPhase.Restoring _,
                    CompactionPhase.Restored _,
                    CompactionPhase.Failed _ -> proof.forget();
        }
    }

    /// Stops the compaction or the restoring that runs.
    public void cancel() {
        running.cancel();
    }

    /// Asks whether to replace the journal's content by the backup's.
    public void askToRestore(Path backup) {
        phase.set(new CompactionPhase.ConfirmingRestore(backup, phase.get()));
    }

    /// Replaces the journal's content by that of the backup asked about.
    public void restore() {
        if (phase.get() instanceof CompactionPhase.ConfirmingRestore asked) {
            Path backup = asked.backup();
            run(new CompactionPhase.Restoring(backup), asked.before(), (present, report, cancellation) -> {
                present.restore(backup, report, cancellation);
                return new CompactionPhase.Restored(backup);
            });
        }
    }

    /// Back from a question, a failure or an outcome.
    public void back() {
        switch (phase.get()) {
            case CompactionPhase.ConfirmingRestore asked -> phase.set(asked.before());
            case CompactionPhase.Failed failed -> goOn(failed.before());
            case CompactionPhase.Restored _, CompactionPhase.Compacted _ -> start();
            case CompactionPhase.Checking _,
                    CompactionPhase.Unavailable _,
                    CompactionPhase.Choosing _,
                    CompactionPhase.Compacting _,
                    CompactionPhase.Restoring _ -> {}
        }
    }

    private void prepared(Preparation preparation) {
        switch (preparation) {
            case Preparation.Refused(String reason) -> phase.set(new CompactionPhase.Unavailable(reason));
            case Preparation.Ready found -> {
                compactor = found.compactor();
                options.backupPath().set(found.backup().toString());
                if (found.safePoint().isEmpty() && cut.choice().kind().get() == CutKind.SAFE_POINT) {
                    cut.choice().kind().set(CutKind.KEEP_LAST);
                    options.snapshotFirst().set(true);
                }
                goOn(new CompactionPhase.Choosing(""));
            }
        }
    }

    private void goOn(CompactionPhase with) {
        phase.set(with);
        Compactor present = compactor;
        if (with instanceof CompactionPhase.Choosing && present != null) {
            cut.start(present);
        }
    }

    private Risk currentRisk() {
        return cut.preview().get() instanceof CutPreview.Ready found
                ? Risk.of(
                        found.preview(),
                        found.safePoint(),
                        options.snapshotFirst().get())
                : Risk.NONE;
    }

    private boolean isReady() {
        return phase.get() instanceof CompactionPhase.Choosing
                && cut.preview().get() instanceof CutPreview.Ready found
                && found.preview().removed() > 0
                && options.valid()
                && !(proof.proof().get() instanceof Proof.Computing)
                && (risk.get() == Risk.NONE || understood.get());
    }

    /// The cancellation is this model's own, not the task's: work that came to its end all the same must be
    /// told as done.
    private void run(CompactionPhase during, CompactionPhase before, Work work) {
        Compactor present = compactor;
        if (present == null) {
            return;
        }
        var cancellation = new Cancellation();
        running = cancellation;
        progress.set(UNKNOWN);
        phase.set(during);
        tasks.task("compact", (report, ignored) -> attempt(present, work, report, cancellation))
                .onProgress((done, total) -> progress.set(total > 0 ? (double) done / total : UNKNOWN))
                .onSuccess(attempt -> {
                    browsing.update(attempt.state());
                    attempt.outcome().ifPresentOrElse(phase::set, () -> cancelled(before));
                })
                .onFailure(error -> phase.set(new CompactionPhase.Failed(sentence(error), before)))
                .start();
    }

    private Attempt attempt(Compactor present, Work work, Progress report, Cancellation cancellation) {
        try {
            return new Attempt(Optional.of(work.run(present, report, cancellation)), journal.state());
        } catch (CancelledException e) {
            return new Attempt(Optional.empty(), journal.state());
        }
    }

    private void cancelled(CompactionPhase before) {
        goOn(
                before instanceof CompactionPhase.Choosing
                        ? new CompactionPhase.Choosing(Texts.text("compaction.cancelled"))
                        : before);
    }

    static String sentence(Throwable error) {
        String message = error.getMessage();
        return message == null || message.isBlank() ? Texts.text("compaction.failed.unknown") : message;
    }
}
