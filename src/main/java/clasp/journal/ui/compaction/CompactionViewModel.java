package clasp.journal.ui.compaction;

import clasp.journal.store.CompactionStep;
import clasp.journal.store.Compactor;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.RestoreOutcome;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Fraction;
import clasp.journal.ui.fx.Job;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.UsedFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Leads through one compaction: choice and preview, consent where something is at risk, the work itself,
/// its outcome, and the way back. Confined to the FX thread.
public final class CompactionViewModel {
    private final Browsing browsing;
    private final JournalReader journal;
    private final Tasks tasks;
    private final CutPreviewModel cut;
    private final ProofModel proof;
    private final CompactionOptions options = new CompactionOptions();
    private final ReadOnlyObjectWrapper<CompactionPhase> phase =
            new ReadOnlyObjectWrapper<>(new CompactionPhase.Checking());
    private final WorkRun work;
    private final Consent consent;
    private final BooleanBinding ready;
    private final TaskSlot preparing = new TaskSlot();
    private final TaskSlot reading = new TaskSlot();
    private final Function<Path, Job<JournalReader>> opener;
    private final UsedFolder usedFolder;
    private final ReadOnlyDoubleWrapper looked = new ReadOnlyDoubleWrapper(Fraction.UNKNOWN);
    private final Later later;
    private @Nullable Compactor compactor;
    private Runnable restorable = () -> {};
    private Subscription following = Subscription.EMPTY;
    private Runnable withdraw = () -> {};
    private boolean restored;

    /// @param opener how a backup that is a journal file is opened to see what it holds
    /// @param usedFolder where a backup goes of a journal that is no file
    public CompactionViewModel(
            Browsing browsing,
            Tasks tasks,
            Later later,
            Function<Path, Job<JournalReader>> opener,
            UsedFolder usedFolder) {
        this.opener = opener;
        this.usedFolder = usedFolder;
        this.browsing = browsing;
        this.journal = browsing.journal();
        this.tasks = tasks;
        this.later = later;
        work = new WorkRun(browsing, tasks);
        cut = new CutPreviewModel(journal, tasks, later);
        proof = new ProofModel(journal, tasks, later);
        List.<ObservableValue<?>>of(phase, cut.preview(), options.snapshotFirst(), options.forClaspRouter())
                .forEach(source -> source.addListener((property, before, now) -> chooseProof()));
        consent = new Consent(cut, options, proof);
        ready = Bindings.createBooleanBinding(
                this::isReady,
                phase,
                cut.preview(),
                proof.proof(),
                consent.risk(),
                consent.given(),
                options.backup(),
                options.backupPath());
    }

    /// Asks whether and how the journal can be compacted.
    public void start() {
        following.unsubscribe();
        following = browsing.state().subscribe(this::journalChanged);
        looked.set(Fraction.UNKNOWN);
        phase.set(new CompactionPhase.Checking());
        compactor = null;
        tasks.task(
                        "prepare compaction",
                        (report, cancellation) -> Preparation.of(journal, usedFolder::start, cancellation))
                .replacing(preparing)
                .onSuccess(this::prepared)
                .onFailure(error -> phase.set(new CompactionPhase.Unavailable(sentence(error))))
                .start();
    }

    private void journalChanged(JournalState before, JournalState now) {
        if (before.version() != now.version() && phase.get() instanceof CompactionPhase.Choosing) {
            cut.journalChanged();
            proof.journalChanged();
        }
    }

    /// Calls it once, as soon as it is known that a backup can take the journal's place; never where none can.
    void whenRestorable(Runnable told) {
        restorable = told;
    }

    /// Whether a backup has taken the journal's place.
    public boolean hasRestored() {
        return restored;
    }

    /// Ends all background work. A compaction that runs is cancelled.
    public void stop() {
        following.unsubscribe();
        restorable = () -> {};
        withdraw.run();
        preparing.cancel();
        reading.cancel();
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

    /// Whether a backup can take the journal's place.
    boolean canRestore() {
        return compactor != null;
    }

    /// Whether the journal is a file, which has a size and can be shrunk.
    boolean inFile() {
        return browsing.info().get().path().isPresent();
    }

    /// What is being done; null before that is known.
    ReadOnlyObjectProperty<@Nullable CompactionStep> step() {
        return work.step();
    }

    /// How far looking into a backup is, from 0 to 1, or [Fraction#UNKNOWN].
    ReadOnlyDoubleProperty looked() {
        return looked.getReadOnlyProperty();
    }

    /// How far that is, from 0 to 1, or [Fraction#UNKNOWN].
    ReadOnlyDoubleProperty progress() {
        return work.progress();
    }

    Consent consent() {
        return consent;
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
        if (ready.get()
                && cut.preview().get() instanceof CutPreview.Ready chosen
                && proof.proof().get() instanceof Proof.Ready shown) {
            var order = options.order(chosen.preview().beforeSeq());
            CompactionPhase before = new CompactionPhase.Choosing("");
            cut.stop();
            run(
                    new CompactionPhase.Compacting(),
                    before,
                    present -> (report, cancellation) ->
                            WorkRun.compacted(journal, present, order, shown.proof(), report, cancellation));
        }
    }

    private void chooseProof() {
        if (!(phase.get() instanceof CompactionPhase.Choosing)) {
            proof.forget();
            return;
        }
        switch (cut.preview().get()) {
            case CutPreview.Ready chosen -> {
                boolean changes = chosen.preview().removed() > 0
                        || options.forClaspRouter().get();
                proof.choose(
                        changes ? Optional.of(options.order(chosen.preview().beforeSeq())) : Optional.empty());
            }
            // What was shown belongs to another cut.
            case CutPreview.Missing _, CutPreview.Failed _ -> proof.forget();
            case CutPreview.Computing _ -> {}
        }
    }

    /// Stops the compaction or the restoring that runs.
    public void cancel() {
        work.cancel();
    }

    /// Looks into the backup, then asks whether to replace the journal's content by what is in it.
    public void askToRestore(Path backup) {
        CompactionPhase before = phase.get();
        looked.set(Fraction.UNKNOWN);
        phase.set(new CompactionPhase.ReadingBackup(backup, before));
        Optional<Path> file = browsing.info().get().path();
        Job<JournalReader> reader = reader(backup);
        tasks.task(
                        "look into " + backup,
                        (report, cancellation) -> BackupContent.of(backup, file, reader, report, cancellation))
                .replacing(reading)
                .onProgress((done, total) -> looked.set(Fraction.of(done, total)))
                .onSuccess(content -> phase.set(new CompactionPhase.ConfirmingRestore(backup, content, before)))
                .onFailure(error -> goOn(
                        before instanceof CompactionPhase.Choosing
                                ? new CompactionPhase.Choosing(sentence(error))
                                : new CompactionPhase.Failed(sentence(error), before)))
                .start();
    }

    private Job<JournalReader> reader(Path backup) {
        Compactor present = compactor;
        return (report, cancellation) -> {
            Optional<JournalReader> own =
                    present == null ? Optional.empty() : present.backup(backup, report, cancellation);
            return own.isPresent() ? own.get() : opener.apply(backup).run(report, cancellation);
        };
    }

    /// Replaces the journal's content by that of the backup asked about.
    public void restore() {
        if (phase.get() instanceof CompactionPhase.ConfirmingRestore asked) {
            Path backup = asked.backup();
            run(new CompactionPhase.Restoring(backup), asked.before(), present -> (report, cancellation) -> {
                RestoreOutcome outcome = present.restore(backup, report, cancellation);
                return new CompactionPhase.Restored(backup, outcome);
            });
        }
    }

    /// Back from a question, a failure or an outcome.
    public void back() {
        switch (phase.get()) {
            case CompactionPhase.ReadingBackup look -> {
                reading.cancel();
                phase.set(look.before());
            }
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
            case Preparation.OnlyRestore(String reason, Compactor found) -> {
                compactor = found;
                phase.set(new CompactionPhase.Unavailable(reason));
            }
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
        if (compactor != null) {
            Runnable told = restorable;
            restorable = () -> {};
            // Whoever asks for a file stays in the call until it is chosen.
            withdraw = later.after(Duration.ZERO, told);
        }
    }

    private void goOn(CompactionPhase with) {
        phase.set(with);
        restored = restored || with instanceof CompactionPhase.Restored;
        Compactor present = compactor;
        if (with instanceof CompactionPhase.Choosing && present != null) {
            cut.start(present);
        }
    }

    private boolean isReady() {
        return phase.get() instanceof CompactionPhase.Choosing
                && cut.preview().get() instanceof CutPreview.Ready found
                && found.preview().removed() > 0
                && options.valid()
                && proof.proof().get() instanceof Proof.Ready
                && consent.enough();
    }

    private void run(CompactionPhase during, CompactionPhase before, Function<Compactor, WorkRun.Work> change) {
        Compactor present = compactor;
        if (present == null) {
            return;
        }
        phase.set(during);
        work.start(
                change.apply(present),
                outcome -> outcome.ifPresentOrElse(this::goOn, () -> cancelled(before)),
                error -> phase.set(new CompactionPhase.Failed(sentence(error), before)));
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
