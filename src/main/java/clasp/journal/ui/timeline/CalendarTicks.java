package clasp.journal.ui.timeline;

import clasp.journal.model.TimeRange;
import clasp.journal.ui.fx.DayText;
import clasp.journal.ui.timeline.TimeTicks.Tick;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ticks at the beginnings of days, months and years. Thread-safe.
final class CalendarTicks {
    private static final long MICROS = 1_000_000;
    /// The last whole second that 64 bits of µs can name.
    private static final long LAST_SECOND = Long.divideUnsigned(-1L, MICROS);

    private CalendarTicks() {}

    /// @param leastDays how far ticks must be apart
    /// @param zone null for UTC
    static List<Tick> of(TimeRange view, double leastDays, @Nullable ZoneId zone) {
        Step step = step(leastDays);
        ZoneId where = zone == null ? ZoneOffset.UTC : zone;
        var ticks = new ArrayList<Tick>();
        LocalDate from = Instant.ofEpochSecond(Long.divideUnsigned(view.fromMicros(), MICROS))
                .atZone(where)
                .toLocalDate();
        for (LocalDate date = step.floor(from); ; date = step.next(date)) {
            long second = date.atStartOfDay(where).toEpochSecond();
            if (second > LAST_SECOND) {
                return ticks;
            }
            if (second >= 0) {
                long micros = second * MICROS;
                if (Long.compareUnsigned(micros, view.toMicros()) > 0) {
                    return ticks;
                }
                if (view.contains(micros)) {
                    ticks.add(new Tick(micros, step.label(date)));
                }
            }
        }
    }

    private static Step step(double leastDays) {
        for (long days : new long[] {1, 2, 7, 14}) {
            if (days >= leastDays) {
                return new Days(days);
            }
        }
        for (int months : new int[] {1, 3, 6}) {
            if (months * 30.4 >= leastDays) {
                return new Months(months);
            }
        }
        return new Months(12 * TimeTicks.decimalStep(leastDays / 365.2425));
    }

    private sealed interface Step {
        LocalDate floor(LocalDate date);

        LocalDate next(LocalDate date);

        String label(LocalDate date);
    }

    private record Days(long count) implements Step {
        @Override
        public LocalDate floor(LocalDate date) {
            return LocalDate.ofEpochDay(Math.floorDiv(date.toEpochDay(), count) * count);
        }

        @Override
        public LocalDate next(LocalDate date) {
            return date.plusDays(count);
        }

        @Override
        public String label(LocalDate date) {
            return DayText.DATE.of(date);
        }
    }

    private record Months(long count) implements Step {
        @Override
        public LocalDate floor(LocalDate date) {
            long month = date.getYear() * 12L + date.getMonthValue() - 1;
            return LocalDate.of(date.getYear(), 1, 1)
                    .plusMonths(Math.floorDiv(month, count) * count - date.getYear() * 12L);
        }

        @Override
        public LocalDate next(LocalDate date) {
            return date.plusMonths(count);
        }

        @Override
        public String label(LocalDate date) {
            return count % 12 == 0 ? Integer.toString(date.getYear()) : DayText.MONTH.of(date);
        }
    }
}
