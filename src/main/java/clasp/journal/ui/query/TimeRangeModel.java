package clasp.journal.ui.query;

import clasp.journal.model.Entry;
import clasp.journal.model.TimeRange;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeDisplay;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The time range of the query as two texts, with presets. Confined to the FX thread.
final class TimeRangeModel {
    private final Browsing browsing;
    private final Tasks tasks;
    private final Consumer<TimeRange> chosen;
    private final TimeBoundModel from = new TimeBoundModel(false);
    private final TimeBoundModel to = new TimeBoundModel(true);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final TaskSlot lookingUp = new TaskSlot();

    /// @param chosen receives the range that the user takes
    TimeRangeModel(Browsing browsing, Tasks tasks, Consumer<TimeRange> chosen) {
        this.browsing = browsing;
        this.tasks = tasks;
        this.chosen = chosen;
        from.text().subscribe((before, now) -> check());
        to.text().subscribe((before, now) -> check());
    }

    TimeBoundModel from() {
        return from;
    }

    TimeBoundModel to() {
        return to;
    }

    /// What is wrong with the two texts, as a sentence; empty when they can be applied.
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /// How times are written here.
    Moments moments() {
        return Moments.of(browsing.timeDisplay().get(), ZoneId.systemDefault());
    }

    /// What the times are in, for people.
    String unit() {
        return browsing.timeDisplay().get() == TimeDisplay.LOCAL
                ? Texts.text("query.time.local", ZoneId.systemDefault().getId())
                : Texts.text("query.time.utc");
    }

    /// Shows the range of the query in force.
    void load() {
        lookingUp.cancel();
        TimeRange range = browsing.query().get().time();
        from.show(range.fromMicros() == 0 ? null : range.fromMicros(), moments());
        to.show(range.toMicros() == -1L ? null : range.toMicros(), moments());
        check();
    }

    /// Takes what the two texts say, and answers whether it could.
    boolean apply() {
        Optional<TimeRange> range = range();
        range.ifPresent(chosen);
        return range.isPresent();
    }

    /// Whether the preset means something now.
    boolean available(TimePreset preset) {
        return switch (preset.basis()) {
            case LAST_ENTRY -> !browsing.state().get().isEmpty();
            case SELECTED_ENTRY -> browsing.selected().get() != null;
            case TABLE -> browsing.visibleTime().get() != null;
            case NOTHING -> true;
        };
    }

    /// Takes the range of the preset; where the journal has to be asked for it, a little later.
    void take(TimePreset preset) {
        switch (preset.basis()) {
            case LAST_ENTRY -> lookUpLast(preset.micros());
            case SELECTED_ENTRY -> choose(around(browsing.selected().get(), preset.micros()));
            case TABLE -> choose(browsing.visibleTime().get());
            case NOTHING -> choose(TimeRange.ALL);
        }
    }

    void close() {
        lookingUp.cancel();
    }

    private void choose(@Nullable TimeRange range) {
        if (range != null) {
            chosen.accept(range);
        }
    }

    private void lookUpLast(long distance) {
        long seq = browsing.state().get().latestSeq();
        tasks.task(
                        Texts.text("query.task.lastEntry"),
                        (progress, cancellation) -> browsing.journal().entry(seq))
                .replacing(lookingUp)
                .onSuccess(last -> last.ifPresentOrElse(
                        entry -> chosen.accept(new TimeRange(before(entry.timestampMicros(), distance), -1L)),
                        () -> problem.set(Texts.text("query.time.lastGone"))))
                .start();
    }

    private static @Nullable TimeRange around(@Nullable Entry entry, long distance) {
        return entry == null
                ? null
                : new TimeRange(before(entry.timestampMicros(), distance), after(entry.timestampMicros(), distance));
    }

    private static long before(long micros, long distance) {
        return Long.compareUnsigned(micros, distance) < 0 ? 0 : micros - distance;
    }

    private static long after(long micros, long distance) {
        long end = micros + distance;
        return Long.compareUnsigned(end, micros) < 0 ? -1L : end;
    }

    private void check() {
        problem.set(complaint());
    }

    private String complaint() {
        if (from.micros(moments()).isEmpty()) {
            return Texts.text("query.time.unclear.from");
        }
        if (to.micros(moments()).isEmpty()) {
            return Texts.text("query.time.unclear.to");
        }
        return range().isPresent() ? "" : Texts.text("query.time.reversed");
    }

    private Optional<TimeRange> range() {
        Optional<Long> first = from.micros(moments());
        Optional<Long> last = to.micros(moments());
        boolean ordered = first.isPresent() && last.isPresent() && Long.compareUnsigned(first.get(), last.get()) <= 0;
        return ordered ? Optional.of(new TimeRange(first.get(), last.get())) : Optional.empty();
    }
}
