package clasp.journal.ui.timeline;

import clasp.journal.model.TimeRange;
import clasp.journal.ui.fx.DayText;
import clasp.journal.ui.fx.TimeDisplay;
import clasp.journal.ui.fx.TimeText;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Chooses round moments for the axis, far enough apart for their labels. Thread-safe.
final class TimeTicks {
    /// A moment on the axis. Immutable.
    record Tick(long micros, String label) {}

    private static final long SECOND = 1_000_000;
    private static final long DAY = 86_400 * SECOND;
    private static final double LABEL_WIDTH = 78;
    private static final double MILLIS_LABEL_WIDTH = 98;
    private static final double LONG_LABEL_WIDTH = 124;
    /// Round numbers of a clock between one second and one day.
    private static final long[] CLOCK_STEPS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200
    };

    private TimeTicks() {}

    /// The ticks within the view, in ascending order.
    /// @param text how times are written; relative displays have their ticks at round distances
    /// @param origin what relative displays count from
    static List<Tick> of(TimeAxis axis, TimeText text, long origin, ZoneId zone) {
        boolean calendar = text.display() == TimeDisplay.UTC || text.display() == TimeDisplay.LOCAL;
        boolean raw = text.display() == TimeDisplay.RAW;
        double microsPerPixel = axis.extent() / axis.width();
        double least = microsPerPixel * LABEL_WIDTH;
        if (raw || microsPerPixel * LONG_LABEL_WIDTH < 1_000) {
            least = microsPerPixel * LONG_LABEL_WIDTH;
        } else if (least < SECOND) {
            least = microsPerPixel * MILLIS_LABEL_WIDTH;
        }
        if (calendar && least > DAY / 2) {
            return CalendarTicks.of(axis.view(), least / DAY, text.display() == TimeDisplay.LOCAL ? zone : null);
        }
        long step = raw ? decimalStep(least) : clockStep(least);
        long start = calendar ? midnightOffset(axis.view(), text, zone) : raw ? 0 : origin;
        return stepped(axis.view(), start, step, text);
    }

    private static List<Tick> stepped(TimeRange view, long origin, long step, TimeText text) {
        var ticks = new ArrayList<Tick>();
        long from = view.fromMicros();
        boolean after = Long.compareUnsigned(from, origin) >= 0;
        long rest = Long.remainderUnsigned(after ? from - origin : origin - from, step);
        long at = after && rest != 0 ? from + (step - rest) : after ? from : from + rest;
        while (view.contains(at)) {
            ticks.add(new Tick(at, label(text, at, step)));
            long next = at + step;
            if (Long.compareUnsigned(next, at) <= 0) {
                break;
            }
            at = next;
        }
        return ticks;
    }

    private static String label(TimeText text, long at, long step) {
        String clock = text.clock(at);
        return switch (text.display()) {
            case RAW -> clock;
            case UTC, LOCAL -> {
                int cut = step % (60 * SECOND) == 0 ? 10 : fractionToCut(step);
                String shown = clock.substring(0, clock.length() - cut);
                yield shown.equals("00:00") ? text.day(at).map(DayText.DATE::of).orElse(shown) : shown;
            }
            case SINCE_FIRST, SINCE_SELECTED -> clock.substring(0, clock.length() - fractionToCut(step));
        };
    }

    private static int fractionToCut(long step) {
        if (step % SECOND == 0) {
            return 7;
        }
        return step % 1_000 == 0 ? 3 : 0;
    }

    /// A moment with a local midnight's place in the day.
    private static long midnightOffset(TimeRange view, TimeText text, ZoneId zone) {
        if (text.display() == TimeDisplay.UTC) {
            return 0;
        }
        var at = java.time.Instant.ofEpochSecond(Long.divideUnsigned(view.fromMicros(), SECOND));
        return Math.floorMod(-zone.getRules().getOffset(at).getTotalSeconds() * SECOND, DAY);
    }

    private static long clockStep(double least) {
        if (least <= SECOND / 2) {
            return decimalStep(least);
        }
        for (long seconds : CLOCK_STEPS) {
            if (seconds * SECOND >= least) {
                return seconds * SECOND;
            }
        }
        long days = decimalStep(least / DAY);
        return days > Long.MAX_VALUE / DAY ? Long.MAX_VALUE : days * DAY;
    }

    /// The smallest of 1, 2, 5, 10, 20, 50… that is at least this.
    static long decimalStep(double least) {
        long unit = 1;
        while (unit < 1_000_000_000_000_000_000L && unit * 10 < least) {
            unit *= 10;
        }
        for (long factor : new long[] {1, 2, 5}) {
            if (unit * factor >= least) {
                return unit * factor;
            }
        }
        return unit < 500_000_000_000_000_000L ? unit * 10 : unit * 5;
    }
}
