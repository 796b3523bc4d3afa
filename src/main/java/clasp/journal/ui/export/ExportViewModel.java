package clasp.journal.ui.export;

import clasp.journal.export.CsvOptions;
import clasp.journal.export.ExportFormat;
import clasp.journal.export.Exporter;
import clasp.journal.query.Query;
import clasp.journal.settings.Settings;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.UsedFolder;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;

/// Leads through one export: choice and preview, consent where a file would be replaced, the work itself, its outcome.
/// The query is the one in force when the dialog opened. Confined to the FX thread.
public final class ExportViewModel {
    private final Browsing browsing;
    private final JournalReader journal;
    private final Exporter exporter;
    private final Tasks tasks;
    private final Settings settings;
    private final Query query;
    private final ExportChoices choices;
    private final TargetChoice target = new TargetChoice();
    private final MatchCounter matches;
    private final MatchCounter everything;
    private final PreviewModel preview;
    private final ReadOnlyStringWrapper journalName = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<ExportPhase> phase = new ReadOnlyObjectWrapper<>(new ExportPhase.Preparing());
    private final ReadOnlyObjectWrapper<ExportWork> work =
            new ReadOnlyObjectWrapper<>(new ExportWork(false, 0, -1, false));
    private final BooleanBinding ready;
    private final TaskSlot preparing = new TaskSlot();
    private Subscription following = Subscription.EMPTY;
    private Cancellation running = new Cancellation();
    private final UsedFolder usedFolder;
    private String folder;

    public ExportViewModel(Browsing browsing, Exporter exporter, Tasks tasks, Later later, Settings settings) {
        this.browsing = browsing;
        this.journal = browsing.journal();
        this.exporter = exporter;
        this.tasks = tasks;
        this.settings = settings;
        usedFolder = new UsedFolder(settings);
        query = browsing.query().get();
        ExportPreferences remembered =
                settings.read(ExportPreferences.SECTION, ExportPreferences.class, ExportPreferences.DEFAULT);
        folder = remembered.folder();
        choices = new ExportChoices(remembered);
        matches = new MatchCounter(journal, Scope.MATCHES.filter(query), tasks, later);
        everything = new MatchCounter(journal, Scope.EVERYTHING.filter(query), tasks, later);
        preview = new PreviewModel(journal, query, choices, tasks, later);
        choices.onChange(preview::choiceChanged);
        choices.kind().addListener((property, before, now) -> target.changeKind(before, now));
        ready = Bindings.createBooleanBinding(
                () -> phase.get() instanceof ExportPhase.Choosing
                        && choices.valid()
                        && target.file().isPresent(),
                phase,
                choices.kind(),
                choices.columns().chosen(),
                target.path());
    }

    /// Finds out what to suggest, and begins to count.
    void start() {
        following.unsubscribe();
        following = Subscription.combine(
                browsing.state().subscribe(this::journalChanged), browsing.onDamageMet(this::countAnew));
        phase.set(new ExportPhase.Preparing());
        count();
        preview.start();
        String lastFolder = folder;
        tasks.task(
                        Texts.text("export.task.prepare"),
                        (progress, cancellation) -> Preparation.of(journal.info(), lastFolder, usedFolder::start))
                .replacing(preparing)
                .onSuccess(found -> {
                    journalName.set(found.journal());
                    target.suggest(found.folder(), found.name(), choices.kind().get());
                    phase.set(new ExportPhase.Choosing(""));
                })
                .onFailure(error -> phase.set(new ExportPhase.Unavailable(ExportWords.sentence(error))))
                .start();
    }

    private void count() {
        matches.start();
        if (filtered()) {
            everything.start();
        }
    }

    private void journalChanged(JournalState before, JournalState now) {
        if (before.version() != now.version() && phase.get() instanceof ExportPhase.Choosing) {
            matches.journalChanged();
            everything.journalChanged();
            preview.journalChanged();
        }
    }

    private void countAnew() {
        if (phase.get() instanceof ExportPhase.Choosing) {
            count();
        }
    }

    /// Ends all background work. An export that runs is cancelled.
    public void stop() {
        following.unsubscribe();
        preparing.cancel();
        matches.end();
        everything.end();
        preview.stop();
        cancel();
    }

    /// Whether a file is being written right now: closing the dialog would cancel that.
    public boolean working() {
        return phase.get() instanceof ExportPhase.Exporting;
    }

    Browsing browsing() {
        return browsing;
    }

    Query query() {
        return query;
    }

    /// Whether the query leaves anything out, so that there is a scope to choose.
    boolean filtered() {
        return !query.text().isBlank();
    }

    ExportChoices choices() {
        return choices;
    }

    TargetChoice target() {
        return target;
    }

    MatchCounter counter(Scope scope) {
        return scope == Scope.EVERYTHING && filtered() ? everything : matches;
    }

    PreviewModel preview() {
        return preview;
    }

    /// Empty until it is known.
    ReadOnlyStringProperty journalName() {
        return journalName.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ExportPhase> phase() {
        return phase.getReadOnlyProperty();
    }

    /// How far the export that runs has come.
    ReadOnlyObjectProperty<ExportWork> work() {
        return work.getReadOnlyProperty();
    }

    /// Whether [#export()] would do something.
    BooleanBinding ready() {
        return ready;
    }

    /// Writes what was chosen, or asks first when that would replace a file.
    void export() {
        if (ready.get()) {
            target.file().ifPresent(this::exportTo);
        }
    }

    /// Agrees that the file asked about is replaced.
    void replace() {
        if (phase.get() instanceof ExportPhase.ConfirmingReplacement(ExistingFile file)) {
            target.agree(file.path());
            exportTo(file.path());
        }
    }

    /// Stops the export that runs.
    void cancel() {
        running.cancel();
    }

    /// Back to the choice from a question, a failure or an outcome.
    void back() {
        switch (phase.get()) {
            case ExportPhase.ConfirmingReplacement _, ExportPhase.Failed _, ExportPhase.Done _ -> choose("");
            case ExportPhase.Unavailable _ -> start();
            case ExportPhase.Preparing _, ExportPhase.Choosing _, ExportPhase.Exporting _ -> {}
        }
    }

    private void choose(String notice) {
        phase.set(new ExportPhase.Choosing(notice));
        matches.journalChanged();
        everything.journalChanged();
    }

    /// The cancellation is this model's own, not the task's: a file that was completed all the same must be told of.
    private void exportTo(Path file) {
        var cancellation = new Cancellation();
        running = cancellation;
        MatchCounter counter = counter(choices.scope().get());
        boolean before = target.mayReplace(file);
        var run = new ExportRun(
                journal,
                exporter,
                choices.scope().get().filter(query),
                choices.format(),
                choices.kind().get(),
                file,
                before);
        boolean twoPasses = run.format() instanceof ExportFormat.Csv(CsvOptions options) && options.flattens();
        work.set(new ExportWork(twoPasses, 0, total(counter), twoPasses));
        phase.set(new ExportPhase.Exporting(file));
        tasks.task(Texts.text("export.task.export"), (report, ignored) -> run.run(report, cancellation))
                .onProgress((done, stage) ->
                        work.set(new ExportWork(stage == ExportRun.FINDING, done, total(counter), twoPasses)))
                .onSuccess(attempt -> ended(attempt, counter))
                .onFailure(error ->
                        phase.set(new ExportPhase.Failed(ExportWords.failure(error, journal.damage()), before)))
                .start();
    }

    private void ended(ExportAttempt attempt, MatchCounter counter) {
        switch (attempt) {
            case ExportAttempt.WouldReplace(ExistingFile file) ->
                phase.set(new ExportPhase.ConfirmingReplacement(file));
            case ExportAttempt.Cancelled _ -> choose(Texts.text("export.cancelled"));
            case ExportAttempt.Written(ExportOutcome outcome) -> {
                target.forgetConsent();
                usedFolder.remember(outcome.exported().file());
                Path parent = outcome.exported().file().toAbsolutePath().getParent();
                folder = parent == null ? "" : parent.toString();
                settings.write(ExportPreferences.SECTION, choices.preferences(folder));
                phase.set(new ExportPhase.Done(
                        counter.count().get() instanceof MatchCount.Counted counted
                                        && counted.lastSeq() == outcome.lastSeq()
                                ? outcome.withMatches(counted.entries())
                                : outcome));
            }
        }
    }

    private static long total(MatchCounter counter) {
        return counter.count().get() instanceof MatchCount.Counted counted ? counted.entries() : -1;
    }
}
