package clasp.journal.ui.timeline;

import static clasp.journal.ui.fx.NumberText.grouped;
import static clasp.journal.ui.fx.NumberText.seq;

import clasp.journal.model.Entry;
import clasp.journal.model.TimeRange;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.DayText;
import clasp.journal.ui.fx.DurationText;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeDisplay;
import clasp.journal.ui.fx.TimeText;
import clasp.journal.ui.fx.Unsigned;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Puts what the strip shows into words. Confined to the FX thread.
final class TimelineTexts {
    private static final List<String> SERIES = List.of(
            "timeline.series.param",
            "timeline.series.event",
            "timeline.series.stream",
            "timeline.series.gesture",
            "timeline.series.timeline",
            "timeline.series.other");

    private final Browsing browsing;

    TimelineTexts(Browsing browsing) {
        this.browsing = browsing;
    }

    /// Writes times as the table does.
    TimeText times(@Nullable TimeSurvey survey) {
        return TimeText.of(browsing.timeDisplay().get(), origin(survey));
    }

    long origin(@Nullable TimeSurvey survey) {
        Entry selected = browsing.selected().get();
        boolean fromSelected = browsing.timeDisplay().get() == TimeDisplay.SINCE_SELECTED && selected != null;
        if (fromSelected) {
            return selected.timestampMicros();
        }
        return survey == null ? 0 : survey.firstMicros();
    }

    /// `2024-02-21 07:20:05.120000 · 12 params, 3 events`, with what is marked there in front.
    String reading(Reading reading, @Nullable TimelineMark mark, TimeText times) {
        var parts = new ArrayList<String>();
        if (mark != null) {
            parts.add(mark(mark, times));
        } else {
            parts.add(times.full(reading.bucket().fromMicros()));
        }
        if (reading.silence()) {
            TimeRange silence = reading.bucket();
            parts.add(Texts.text(
                    "timeline.reading.silence",
                    DurationText.text(Unsigned.plus(silence.toMicros() - silence.fromMicros(), 1))));
        } else {
            parts.add(counts(reading));
        }
        return String.join("  ·  ", parts);
    }

    private static String counts(Reading reading) {
        var counts = new StringJoiner(", ");
        for (int series = 0; series < reading.matching().size(); series++) {
            long count = reading.matching().get(series);
            if (count > 0) {
                counts.add(Texts.text(SERIES.get(series), count, grouped(count)));
            }
        }
        String found = reading.matches() == 0 ? Texts.text("timeline.reading.noMatch") : counts.toString();
        String all = reading.matches() == reading.total()
                ? found
                : Texts.text("timeline.reading.of", found, grouped(reading.total()), reading.total());
        return reading.exact() ? all : Texts.text("timeline.reading.about", all);
    }

    private static String mark(TimelineMark mark, TimeText times) {
        return switch (mark) {
            case TimelineMark.SnapshotTaken taken ->
                Texts.text(
                        "timeline.mark.snapshot",
                        Long.toString(taken.info().id()),
                        seq(taken.info().seqAt()),
                        times.full(taken.info().createdAtMicros()));
            case TimelineMark.Gap gap ->
                gap.count() == 1
                        ? Texts.text("timeline.mark.gapOne", seq(gap.missing().first()))
                        : Texts.text(
                                "timeline.mark.gap",
                                grouped(gap.count()),
                                seq(gap.missing().first()),
                                seq(gap.missing().last()));
        };
    }

    /// `07:20:05.000000 – 07:20:06.000000 · 1.000 s`
    static String range(TimeRange range, TimeText times) {
        return times.full(range.fromMicros()) + " – " + times.clock(range.toMicros()) + "  ·  "
                + DurationText.text(range.toMicros() - range.fromMicros());
    }

    /// What stands in front of the ticks: the date and the zone, where the ticks themselves do not say it.
    static String context(TimeText times, TimeRange view) {
        String unit = times.unit(view.fromMicros());
        return times.day(view.fromMicros())
                .map(day -> DayText.WHOLE.of(day) + " " + unit)
                .orElse(unit);
    }
}
