package clasp.journal.ui.timeline;

import clasp.journal.model.TimeRange;
import clasp.journal.query.Query;
import clasp.journal.store.Histogram;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Counting;
import clasp.journal.ui.fx.Job;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Refresh;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.Unsigned;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What the strip shows and does. Until somebody zooms it shows the journal's home range and grows with the journal;
/// after that it stays where it was put. Confined to the FX thread.
public final class TimelineViewModel {
    private static final Duration REST = Duration.ofMillis(500);
    private static final double MARGIN = 0.1;

    private final Browsing browsing;
    private final Tasks tasks;
    private final Refresh<Optional<TimeSurvey>> surveying;
    private final Refresh<Density> refreshing;
    private final Counting counting;
    private final TaskSlot seeking = new TaskSlot();
    private final ReadOnlyObjectWrapper<@Nullable TimeSurvey> survey = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable TimeRange> view = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Density> density = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper surveyed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable String> problem = new ReadOnlyObjectWrapper<>();
    private boolean placedByHand;
    /// Whether another part of the time is shown than was counted; one that grows with the journal is not another.
    private boolean moved;
    /// Whether what is shown lacks much of what is there by now.
    private boolean pressing;
    /// The same, of the survey that was begun last.
    private boolean hurried;

    private int buckets;

    public TimelineViewModel(Browsing browsing, Tasks tasks) {
        this(browsing, tasks, Later.onFxThread());
    }

    TimelineViewModel(Browsing browsing, Tasks tasks, Later later) {
        this.browsing = browsing;
        this.tasks = tasks;
        JournalReader journal = browsing.journal();
        surveying = new Refresh<>(
                tasks,
                later,
                REST,
                Texts.text("timeline.task.survey"),
                () -> {
                    hurried = pressing;
                    pressing = false;
                    return (progress, cancellation) -> new Surveyor(journal, cancellation).survey();
                },
                this::show);
        counting = new Counting(later);
        refreshing = new Refresh<>(tasks, later, REST, Texts.text("timeline.task.count"), this::question, this::show);
        surveying.onFailure(this::show);
        refreshing.onFailure(this::show);
        refreshing.onProgress(counting::progressed);
        browsing.state().subscribe(this::stateChanged);
        browsing.catchingUp().subscribe((before, now) -> {
            if (!now) {
                pressing = true;
                surveying.promptly();
            }
        });
        surveying.soon();
        browsing.query().subscribe(this::queryChanged);
    }

    Browsing browsing() {
        return browsing;
    }

    /// What is known of the journal; null before that, and for an empty journal.
    ReadOnlyObjectProperty<@Nullable TimeSurvey> survey() {
        return survey.getReadOnlyProperty();
    }

    /// The time from one end of the strip to the other; null while there is nothing to show.
    ReadOnlyObjectProperty<@Nullable TimeRange> view() {
        return view.getReadOnlyProperty();
    }

    /// The latest counts, which may be those of an earlier view or query.
    ReadOnlyObjectProperty<@Nullable Density> density() {
        return density.getReadOnlyProperty();
    }

    /// Why nothing is shown, as a sentence; null when all is well.
    ReadOnlyObjectProperty<@Nullable String> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Whether the journal has been looked at, so that no survey means: nothing in it.
    ReadOnlyBooleanProperty surveyed() {
        return surveyed.getReadOnlyProperty();
    }

    /// Whether the view is another than the one that the strip would choose itself.
    boolean placedByHand() {
        return placedByHand;
    }

    /// Into how many parts the view is divided for counting; 0 while the strip has no size.
    void divide(int count) {
        if (count != buckets) {
            buckets = count;
            countAnew();
        }
    }

    /// Shows this part of the time.
    void show(TimeRange range) {
        placedByHand = true;
        place(range);
    }

    void zoom(double factor, double x, double width) {
        TimeSurvey known = survey.get();
        TimeRange now = view.get();
        if (known != null && now != null) {
            show(new TimeAxis(now, width).zoomed(factor, x, known.span()));
        }
    }

    void pan(double pixels, double width) {
        TimeSurvey known = survey.get();
        TimeRange now = view.get();
        if (known != null && now != null) {
            show(new TimeAxis(now, width).panned(pixels, known.span()));
        }
    }

    /// Back to the home range; from there, to the whole span with every far-off entry.
    void showAll() {
        TimeSurvey known = survey.get();
        if (known == null) {
            return;
        }
        if (known.home().equals(view.get())) {
            show(known.span());
        } else {
            showHome();
        }
    }

    void showHome() {
        TimeSurvey known = survey.get();
        if (known != null) {
            placedByHand = false;
            place(known.home());
        }
    }

    /// Zooms to the query's time range, as far as the journal has it.
    void showSelection() {
        TimeSurvey known = survey.get();
        TimeRange chosen = selection();
        if (known != null && overlap(chosen, known.span())) {
            show(withMargin(chosen, known.span()));
        }
    }

    void showEverything() {
        TimeSurvey known = survey.get();
        if (known != null) {
            show(known.span());
        }
    }

    /// The time range of the query.
    TimeRange selection() {
        return browsing.query().get().time();
    }

    /// Makes this the time range of the query.
    void select(TimeRange range) {
        browsing.query().set(browsing.query().get().withTime(range));
    }

    /// Takes the table to the first entry at or after this time.
    void goTo(long micros) {
        JournalReader journal = browsing.journal();
        tasks.task(Texts.text("timeline.task.seek"), (progress, cancellation) -> journal.seqAtTime(micros))
                .replacing(seeking)
                .onSuccess(seq -> seq.ifPresent(browsing::reveal))
                .start();
    }

    /// What takes the table back to where it is now, also from where [#goTo(long)] is yet to take it.
    Runnable wayBack() {
        Runnable back = browsing.wayBack();
        return () -> {
            seeking.cancel();
            back.run();
        };
    }

    /// How far the count is that somebody waits for.
    Counting counting() {
        return counting;
    }

    /// What is known stays; nothing is counted until [#countOn()] or until something else is to be shown.
    void stopCounting() {
        refreshing.stop();
        counting.stop();
    }

    void countOn() {
        countAnew();
    }

    /// Looks at the journal again, after a failure.
    void retry() {
        problem.set(null);
        surveying.now();
    }

    /// Stops all background work.
    public void close() {
        surveying.stop();
        refreshing.stop();
        counting.end();
        seeking.cancel();
    }

    private void stateChanged(JournalState before, JournalState now) {
        if (before.generation() != now.generation()) {
            // Another session: what was zoomed to is not in it.
            placedByHand = false;
            counting.end();
            surveying.now();
            return;
        }
        if (survey.get() == null && !now.isEmpty()) {
            surveyed.set(false);
        }
        surveying.soon();
    }

    private void queryChanged(Query before, Query now) {
        if (!now.filter().equals(before.filter())) {
            countAnew();
        }
        TimeRange wanted = now.time();
        TimeRange shown = view.get();
        TimeSurvey known = survey.get();
        if (shown != null && known != null && !wanted.isAll() && !wanted.equals(before.time())) {
            bringIntoView(wanted, shown, known.span());
        }
    }

    /// A range chosen elsewhere, of which nothing would be seen here, is shown with some room on both sides.
    private void bringIntoView(TimeRange wanted, TimeRange shown, TimeRange span) {
        if (overlap(wanted, shown) || !overlap(wanted, span)) {
            return;
        }
        show(withMargin(wanted, span));
    }

    private static TimeRange withMargin(TimeRange wanted, TimeRange span) {
        long from = Unsigned.max(wanted.fromMicros(), span.fromMicros());
        long to = Unsigned.min(wanted.toMicros(), span.toMicros());
        long margin = Unsigned.fromDouble(Unsigned.toDouble(to - from) * MARGIN) + TimeAxis.SHORTEST_MICROS;
        return new TimeRange(
                Unsigned.max(Unsigned.minus(from, margin), span.fromMicros()),
                Unsigned.min(Unsigned.plus(to, margin), span.toMicros()));
    }

    private static boolean overlap(TimeRange one, TimeRange other) {
        return Long.compareUnsigned(one.fromMicros(), other.toMicros()) <= 0
                && Long.compareUnsigned(other.fromMicros(), one.toMicros()) <= 0;
    }

    private void show(Optional<TimeSurvey> found) {
        problem.set(null);
        TimeSurvey now = found.orElse(null);
        survey.set(now);
        surveyed.set(true);
        if (now == null) {
            placedByHand = false;
            refreshing.stop();
            counting.end();
            density.set(null);
            view.set(null);
        } else if (!placedByHand && !now.home().equals(view.get())) {
            view.set(now.home());
            grown();
        } else {
            grown();
        }
    }

    private void show(Density counted) {
        problem.set(null);
        density.set(counted);
        if (counted.counted()) {
            counting.end();
        }
    }

    private void show(Throwable error) {
        counting.end();
        problem.set(Texts.text("timeline.failed", String.valueOf(error.getMessage())));
    }

    private void place(TimeRange range) {
        if (!range.equals(view.get())) {
            view.set(range);
            countAnew();
        }
    }

    private void countAnew() {
        if (view.get() != null && buckets > 0) {
            moved = true;
            counting.begin();
            refreshing.now();
        }
    }

    private void grown() {
        if (buckets > 0 && counting.state().get() != Counting.State.STOPPED) {
            if (density.get() == null) {
                counting.begin();
            }
            if (hurried) {
                refreshing.promptly();
            } else {
                refreshing.soon();
            }
            hurried = false;
        }
    }

    private Job<Density> question(Consumer<Density> early) {
        JournalReader journal = browsing.journal();
        long version = browsing.state().get().version();
        TimeRange range = java.util.Objects.requireNonNull(view.get());
        Density known = density.get();
        Histogram total = known != null && known.answers(range, buckets, version) ? known.total() : null;
        var question = new DensityQuestion(
                browsing.query().get(),
                range,
                buckets,
                version,
                total,
                moved || known == null,
                browsing.catchingUp().get());
        moved = false;
        return (progress, cancellation) -> question.answer(journal, early, progress, cancellation);
    }
}
