package clasp.journal.ui.snapshot;

import clasp.journal.query.AddressPattern;
import clasp.journal.query.Filter;
import clasp.journal.recovery.ChangeKind;
import clasp.journal.recovery.JsonNumber;
import clasp.journal.settings.Settings;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Debounce;
import clasp.journal.ui.fx.Fraction;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Chooses a state and perhaps a second one to compare it with, loads them in the background and lays them out. What is
/// on screen belongs to the newest choice only: anything older that still comes in is dropped. Confined to the FX
/// thread.
public final class SnapshotViewModel {
    private static final Duration TYPING = Duration.ofMillis(150);
    private static final String SECTION = "snapshots";

    private record States(LoadedState subject, @Nullable LoadedState other) {}

    private final Browsing browsing;
    private final Tasks tasks;
    private final Settings settings;
    private final StateLoader loader;
    private final StateListModel states;
    private final Debounce typing;
    private final TaskSlot loading = new TaskSlot();
    private final TaskSlot arranging = new TaskSlot();
    private final ObjectProperty<@Nullable StateSource> subject = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable StateSource> other = new SimpleObjectProperty<>();
    private final StringProperty filter = new SimpleStringProperty("");
    private final StringProperty tolerance;
    private final ReadOnlyStringWrapper toleranceProblem = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Set<ChangeKind>> kinds;
    private final ReadOnlyObjectWrapper<SnapshotContent> content =
            new ReadOnlyObjectWrapper<>(new SnapshotContent.Nothing());
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(Fraction.UNKNOWN);
    private final ReadOnlyObjectWrapper<@Nullable States> loaded = new ReadOnlyObjectWrapper<>();
    private final BooleanBinding outdated;
    private BigDecimal usedTolerance = BigDecimal.ZERO;
    private ParamColumn column = ParamColumn.ADDRESS;
    private boolean ascending = true;
    private boolean started;
    private boolean rewritten;

    public SnapshotViewModel(Browsing browsing, Tasks tasks, Later later, Settings settings) {
        this.browsing = browsing;
        this.tasks = tasks;
        this.settings = settings;
        this.loader = new StateLoader(browsing.journal());
        this.states = new StateListModel(browsing, tasks, later);
        this.typing = new Debounce(later, TYPING, this::arrange);
        SnapshotPreferences remembered = settings.read(SECTION, SnapshotPreferences.class, SnapshotPreferences.DEFAULT);
        tolerance = new SimpleStringProperty(remembered.tolerance());
        kinds = new SimpleObjectProperty<>(remembered.kinds());
        subject.addListener((property, before, now) -> load());
        other.addListener((property, before, now) -> load());
        browsing.state().subscribe((before, now) -> {
            if (content.get() instanceof SnapshotContent.Failed) {
                load();
            }
        });
        browsing.onRewritten(() -> {
            rewritten = true;
            readAnew();
        });
        filter.addListener((property, before, now) -> typing.touch());
        tolerance.addListener((property, before, now) -> toleranceTyped());
        kinds.addListener((property, before, now) -> {
            remember();
            arrange();
        });
        outdated = new BooleanBinding() {
            {
                bind(loaded, browsing.state());
            }

            @Override
            protected boolean computeValue() {
                return currentSeq()
                        .filter(seq -> seq < browsing.state().get().latestSeq())
                        .isPresent();
            }
        };
    }

    /// Begins to follow the journal; shows the newest snapshot if nothing was chosen yet.
    public void start() {
        started = true;
        states.refresh();
        if (subject.get() == null) {
            subject.set(StateSource.CURRENT);
        } else if (content.get() instanceof SnapshotContent.Loading) {
            load();
        } else {
            readAnew();
        }
    }

    /// Ends all background work.
    public void stop() {
        started = false;
        states.stop();
        typing.cancel();
        loading.cancel();
        arranging.cancel();
    }

    StateListModel states() {
        return states;
    }

    public Browsing browsing() {
        return browsing;
    }

    /// The state to look at.
    public ObjectProperty<@Nullable StateSource> subject() {
        return subject;
    }

    /// The state to compare it with; null for none.
    public ObjectProperty<@Nullable StateSource> other() {
        return other;
    }

    /// An address pattern, or any text.
    public StringProperty filter() {
        return filter;
    }

    /// How far numbers may be apart and still count as equal, as typed.
    public StringProperty tolerance() {
        return tolerance;
    }

    /// What is wrong with the tolerance, as a sentence; empty when it is fine.
    public ReadOnlyStringProperty toleranceProblem() {
        return toleranceProblem.getReadOnlyProperty();
    }

    /// The kinds of change to show.
    public ObjectProperty<Set<ChangeKind>> kinds() {
        return kinds;
    }

    public ReadOnlyObjectProperty<SnapshotContent> content() {
        return content.getReadOnlyProperty();
    }

    /// How far the reading of the chosen states is, from 0 to 1; negative while that is unknown.
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /// Whether the current state on screen is older than the journal by now.
    public BooleanBinding outdated() {
        return outdated;
    }

    void sort(ParamColumn by, boolean upwards) {
        if (by != column || upwards != ascending) {
            column = by;
            ascending = upwards;
            arrange();
        }
    }

    /// Reads the chosen states anew.
    public void reload() {
        load();
    }

    /// Stops the reading of states that are waited for; [#reload()] begins it anew.
    public void cancel() {
        if (content.get() instanceof SnapshotContent.Loading) {
            loading.cancel();
            arranging.cancel();
            content.set(new SnapshotContent.Stopped());
        }
    }

    /// Asks the entry table to go to the newest entry that the chosen state holds.
    public void reveal() {
        States now = loaded.get();
        if (now != null) {
            browsing.reveal(now.subject().seq());
        }
    }

    /// Asks why the param has its value in the chosen state.
    public void explain(String address) {
        States now = loaded.get();
        if (now != null) {
            browsing.explain(address, now.subject().seq());
        }
    }

    /// Filters the entry table to one address.
    public void showEntries(String address) {
        browsing.query().set(browsing.query().get().and(new Filter.Address(AddressPattern.literally(address))));
    }

    private Optional<Long> currentSeq() {
        States now = loaded.get();
        if (now == null) {
            return Optional.empty();
        }
        LoadedState second = now.other();
        if (now.subject().source() instanceof StateSource.Current) {
            return Optional.of(now.subject().seq());
        }
        return second != null && second.source() instanceof StateSource.Current
                ? Optional.of(second.seq())
                : Optional.empty();
    }

    /// What is on screen stays until it has been read from the journal as it is now.
    private void readAnew() {
        if (started && rewritten && subject.get() != null) {
            loader.forget();
            read();
        }
    }

    private void load() {
        arranging.cancel();
        loaded.set(null);
        content.set(new SnapshotContent.Loading());
        read();
    }

    private void read() {
        rewritten = false;
        progress.set(Fraction.UNKNOWN);
        StateSource first = subject.get();
        StateSource chosenSecond = other.get();
        StateSource second = chosenSecond == null || chosenSecond.equals(first) ? null : chosenSecond;
        if (first == null) {
            loading.cancel();
            content.set(new SnapshotContent.Nothing());
            return;
        }
        tasks.task(
                        "read snapshot",
                        (progress, cancellation) -> new States(
                                loader.load(first, progress, cancellation),
                                second == null ? null : loader.load(second, progress, cancellation)))
                .replacing(loading)
                .onProgress((done, total) -> progress.set(Fraction.of(done, total)))
                .onSuccess(result -> {
                    loaded.set(result);
                    arrange();
                })
                .onFailure(error -> {
                    loaded.set(null);
                    failed(error);
                })
                .start();
    }

    private void arrange() {
        States now = loaded.get();
        if (now == null) {
            return;
        }
        usedTolerance = parsedTolerance().orElse(usedTolerance);
        var wish = new Arrangement(filter.get(), usedTolerance, kinds.get(), column, ascending);
        tasks.task("compare snapshots", (progress, cancellation) -> wish.of(now.subject(), now.other(), cancellation))
                .replacing(arranging)
                .onSuccess(content::set)
                .onFailure(this::failed)
                .start();
    }

    private void failed(Throwable error) {
        content.set(new SnapshotContent.Failed(String.valueOf(error.getMessage())));
    }

    private void toleranceTyped() {
        boolean valid = parsedTolerance().isPresent();
        toleranceProblem.set(valid ? "" : Texts.text("snapshot.tolerance.invalid"));
        if (valid) {
            remember();
            typing.touch();
        }
    }

    private Optional<BigDecimal> parsedTolerance() {
        String typed = tolerance.get().strip();
        return JsonNumber.of(typed.isEmpty() ? "0" : typed).filter(number -> number.signum() >= 0);
    }

    private void remember() {
        settings.write(SECTION, new SnapshotPreferences(tolerance.get(), kinds.get()));
    }
}
