package clasp.journal.ui.lifelines;

import clasp.journal.model.TimeRange;
import clasp.journal.query.Query;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Fraction;
import clasp.journal.ui.fx.HomeRange;
import clasp.journal.ui.fx.JournalTimes;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.NaturalOrder;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Refresh;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The addresses that the filter finds, each with its values and events over the filter's time. Works between
/// [#start()] and [#stop()]. Confined to the FX thread.
public final class LifelinesViewModel {
    static final int MOST_ROWS = 500;
    /// What takes no longer needs no sign: it would flicker while a journal grows.
    static final Duration PATIENCE = Duration.ofMillis(300);

    private static final Duration REST = Duration.ofSeconds(1);

    /// The rows for a filter. Immutable.
    ///
    /// @param time of the lifelines; null when the journal is empty
    /// @param all how many addresses the filter finds
    record Shown(List<LifelineRow> rows, @Nullable TimeRange time, int all) {
        static final Shown NOTHING = new Shown(List.of(), null, 0);

        Shown {
            rows = List.copyOf(rows);
        }
    }

    /// @param addresses as far as there are rows for them
    /// @param farOff entries lie so far off that they are left out
    /// @param matching all of them
    /// @param rewrites of the journal when it was asked
    private record Found(
            Query query,
            List<String> addresses,
            @Nullable TimeRange time,
            boolean farOff,
            MatchingAddresses.Found matching,
            int rewrites) {
        int all() {
            return matching.addresses().size();
        }
    }

    private final Browsing browsing;
    private final Tasks tasks;
    private final Later later;
    private final LookUps lookUps = new LookUps(this::lookUp);
    private final Refresh<Found> finding;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private boolean onScreen;
    private final ReadOnlyBooleanWrapper farOff = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable NumberRange> range = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty oneScale = new SimpleBooleanProperty();
    private final SharedPlotModel together;
    private final ReadOnlyBooleanWrapper answered = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<LifelineWork> work = new ReadOnlyObjectWrapper<>(LifelineWork.NONE);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(Fraction.UNKNOWN);
    private Subscription subscription = Subscription.EMPTY;
    /// Addresses are looked for because somebody waits, not only as the journal has grown.
    private boolean awaited;
    private boolean stopped;
    private double searched = Fraction.UNKNOWN;
    private @Nullable Runnable withdrawPatience;
    private int rewrites;
    /// Of the rows that are shown.
    private Query query = Query.ALL;
    /// The same, and of which state of the journal they are.
    private int rewritesBefore;
    private MatchingAddresses.Found matching = MatchingAddresses.Found.NOTHING;

    public LifelinesViewModel(Browsing browsing, Tasks tasks, Later later) {
        this.browsing = browsing;
        this.tasks = tasks;
        this.later = later;
        finding = new Refresh<>(
                tasks,
                later,
                REST,
                Texts.text("lifelines.task.find"),
                () -> {
                    Query query = browsing.query().get();
                    JournalReader journal = browsing.journal();
                    int since = rewrites;
                    var before = since == rewritesBefore ? matching : MatchingAddresses.Found.NOTHING;
                    return (progress, cancellation) -> {
                        var now = MatchingAddresses.of(journal, query, before, progress, cancellation);
                        return found(journal, query, now, since, cancellation);
                    };
                },
                this::show);
        together = new SharedPlotModel(this);
        browsing.onRewritten(this::rewritten);
        browsing.onDamageMet(this::damageMet);
        finding.onFailure(this::fail);
        finding.onProgress((done, total) -> {
            searched = Fraction.of(done, total);
            update();
        });
    }

    /// It is on screen.
    public void start() {
        onScreen = true;
        subscription = Subscription.combine(
                browsing.query().subscribe((before, now) -> find()),
                browsing.state().subscribe((before, now) -> {
                    if (!stopped) {
                        finding.soon();
                    }
                }),
                browsing.catchingUp().subscribe((before, now) -> {
                    if (!now && !stopped) {
                        finding.promptly();
                    }
                }));
        find();
    }

    private void find() {
        stopped = false;
        awaited = true;
        answered.set(false);
        searched = Fraction.UNKNOWN;
        say(Texts.text("lifelines.finding"));
        finding.now();
        update();
    }

    /// Whatever was found may be wrong, and what is being looked for was asked of what was there before.
    private void rewritten() {
        rewrites++;
        if (onScreen && !stopped) {
            finding.now();
        }
    }

    /// What an index told until now may be wrong, or may have failed: what can be read is found without it.
    private void damageMet() {
        rewrites++;
        if (onScreen && !stopped) {
            find();
        }
    }

    /// Tries once more to find the addresses.
    void retry() {
        find();
    }

    private void say(String sentence) {
        problem.set("");
        summary.set(sentence);
        farOff.set(false);
    }

    private void fail(Throwable error) {
        awaited = false;
        String sentence = String.valueOf(error.getMessage());
        boolean empty = shown.get().rows().isEmpty();
        // Once, where there is most room for it.
        say(empty ? "" : sentence);
        problem.set(empty ? sentence : "");
        update();
    }

    /// It is not on screen any more.
    public void stop() {
        onScreen = false;
        subscription.unsubscribe();
        finding.stop();
        awaited = false;
        stopped = false;
        lookUps.forget();
        shown.set(Shown.NOTHING);
        update();
    }

    /// Stops what is waited for; what is there stays.
    void cancel() {
        if (awaited || lookUps.waiting()) {
            stopped = true;
            finding.stop();
            lookUps.stop();
            if (awaited) {
                say(Texts.text("lifelines.stopped"));
            }
            update();
        }
    }

    /// Goes on with what was stopped.
    void goOn() {
        stopped = false;
        lookUps.goOn();
        if (awaited) {
            find();
        } else {
            finding.soon();
        }
        update();
    }

    Browsing browsing() {
        return browsing;
    }

    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /// What is shown, in words.
    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    /// Why there are no rows; empty when that is not because something failed.
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /// Whether what is shown leaves out entries whose time is far off.
    ReadOnlyBooleanProperty farOff() {
        return farOff.getReadOnlyProperty();
    }

    /// Whether it is known which addresses the filter finds.
    ReadOnlyBooleanProperty answered() {
        return answered.getReadOnlyProperty();
    }

    /// What is waited for, once that has taken longer than a moment.
    ReadOnlyObjectProperty<LifelineWork> work() {
        return work.getReadOnlyProperty();
    }

    /// How far that is, from 0 to 1; negative while that is unknown.
    ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /// Of the numbers of all rows that are there; null without numbers.
    ReadOnlyObjectProperty<@Nullable NumberRange> range() {
        return range.getReadOnlyProperty();
    }

    /// Whether the numbers of all rows are drawn by one scale.
    BooleanProperty oneScale() {
        return oneScale;
    }

    /// What is laid over each other.
    SharedPlotModel together() {
        return together;
    }

    /// What the user made of the lifelines.
    public LifelinesPlace place() {
        return new LifelinesPlace(together.chosen(), oneScale.get());
    }

    /// Makes the same of them.
    public void resume(LifelinesPlace before) {
        oneScale.set(before.oneScale());
        together.resume(before.plotted());
    }

    /// Calls it whenever what [#place()] tells may have changed.
    public void onMoved(Runnable moved) {
        oneScale.subscribe((before, now) -> moved.run());
        together.onMoved(moved);
    }

    /// The row has come to the screen.
    void load(LifelineRow row) {
        if (shown.get().time() != null) {
            lookUps.ask(row);
            update();
        }
    }

    private void lookUp(LifelineRow row) {
        TimeRange time = shown.get().time();
        if (time != null) {
            JournalReader journal = browsing.journal();
            var filter = browsing.query().get().filter();
            tasks.task(
                            Texts.text("lifelines.task.load"),
                            (progress, cancellation) ->
                                    LifelineLoader.load(journal, row.address(), filter, time, cancellation))
                    .replacing(row.slot())
                    .onSuccess(found -> {
                        lookUps.done(row);
                        row.show(found);
                        range.set(rangeOfAll());
                        update();
                    })
                    .onFailure(error -> {
                        lookUps.done(row);
                        say(String.valueOf(error.getMessage()));
                        update();
                    })
                    .start();
        }
    }

    private LifelineWork present() {
        if (stopped) {
            return LifelineWork.STOPPED;
        }
        return awaited ? LifelineWork.FINDING : lookUps.waiting() ? LifelineWork.LOOKING_UP : LifelineWork.NONE;
    }

    private void update() {
        LifelineWork now = present();
        progress.set(
                switch (now) {
                    case LOOKING_UP -> lookUps.fraction();
                    case FINDING -> searched;
                    case NONE, STOPPED -> Fraction.UNKNOWN;
                });
        if (!now.running() || work.get().running()) {
            if (withdrawPatience != null) {
                withdrawPatience.run();
                withdrawPatience = null;
            }
            work.set(now);
        } else if (withdrawPatience == null) {
            withdrawPatience = later.after(PATIENCE, () -> {
                withdrawPatience = null;
                work.set(present());
            });
        }
    }

    private static Found found(
            JournalReader journal,
            Query query,
            MatchingAddresses.Found matching,
            int rewrites,
            Cancellation cancellation) {
        List<String> first = matching.addresses().stream()
                .sorted(NaturalOrder.INSTANCE)
                .limit(MOST_ROWS)
                .toList();
        Optional<TimeRange> span = journal.timeSpan();
        TimeRange time = span.map(whole -> within(query.time(), whole)).orElse(null);
        // Whoever asks for a time means all of it.
        if (time == null || !query.time().equals(TimeRange.ALL)) {
            return new Found(query, first, time, false, matching, rewrites);
        }
        TimeRange home = HomeRange.of(time, new JournalTimes(journal, cancellation).sample());
        return new Found(query, first, home, !home.equals(time), matching, rewrites);
    }

    private static TimeRange within(TimeRange wanted, TimeRange whole) {
        long from = Long.compareUnsigned(wanted.fromMicros(), whole.fromMicros()) > 0
                ? wanted.fromMicros()
                : whole.fromMicros();
        long to = Long.compareUnsigned(wanted.toMicros(), whole.toMicros()) < 0 ? wanted.toMicros() : whole.toMicros();
        return Long.compareUnsigned(from, to) <= 0 ? new TimeRange(from, to) : wanted;
    }

    private @Nullable NumberRange rangeOfAll() {
        return NumberRange.around(lifelines(shown.get()).values().stream()
                        .flatMap(line -> line.range().stream())
                        .toList())
                .orElse(null);
    }

    private static Map<String, Lifeline> lifelines(Shown shown) {
        Map<String, Lifeline> known = new HashMap<>();
        shown.rows().forEach(row -> {
            Lifeline lifeline = row.lifeline().get();
            if (lifeline != null) {
                known.put(row.address(), lifeline);
            }
        });
        return known;
    }

    /// The rows that were looked up, and what is drawn in them, stay until the new is there, so that nothing flickers
    /// while a journal grows.
    private void show(Found found) {
        Shown before = shown.get();
        boolean anew = found.rewrites != rewritesBefore;
        boolean same = !anew
                && found.query.equals(query)
                && found.addresses.equals(
                        before.rows().stream().map(LifelineRow::address).toList())
                && Objects.equals(found.time, before.time());
        rewritesBefore = found.rewrites;
        matching = found.matching;
        awaited = false;
        answered.set(true);
        if (!same) {
            lookUps.forget();
            Map<String, Lifeline> known = found.query.equals(query) && !anew ? lifelines(before) : Map.of();
            List<LifelineRow> rows = found.addresses.stream()
                    .map(address -> new LifelineRow(address, known.get(address)))
                    .toList();
            query = found.query;
            shown.set(new Shown(rows, found.time, found.all()));
            range.set(rangeOfAll());
        }
        String addresses = found.all() > found.addresses.size()
                ? Texts.text(
                        "lifelines.some", NumberText.grouped(found.addresses.size()), NumberText.grouped(found.all()))
                : Texts.text("lifelines.all", found.all(), NumberText.grouped(found.all()));
        say(addresses);
        farOff.set(found.farOff);
        update();
    }
}
