package clasp.journal.ui.fx;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/// Writes timestamps (unsigned µs since the Unix epoch) as one [TimeDisplay] shows them, always to the microsecond.
/// All 2^64 timestamps can be written; years beyond 9999 carry a `+`, as in ISO 8601. Immutable.
public final class TimeText {
    private static final long MICROS = 1_000_000;
    private static final String MINUS = "\u2212";

    private final TimeDisplay display;
    private final long origin;
    private final ZoneId zone;

    private TimeText(TimeDisplay display, long origin, ZoneId zone) {
        this.display = display;
        this.origin = origin;
        this.zone = zone;
    }

    /// @param originMicros what the relative displays count from; the others ignore it
    public static TimeText of(TimeDisplay display, long originMicros) {
        return of(display, originMicros, ZoneId.systemDefault());
    }

    /// @param zone what `LOCAL` means
    public static TimeText of(TimeDisplay display, long originMicros, ZoneId zone) {
        return new TimeText(display, originMicros, display == TimeDisplay.LOCAL ? zone : ZoneOffset.UTC);
    }

    public TimeDisplay display() {
        return display;
    }

    /// The whole of it: `2024-02-21 07:20:11.034512`, `+1:02.034512`, or the µs as stored.
    public String full(long micros) {
        return switch (display) {
            case UTC, LOCAL -> {
                LocalDateTime at = at(micros);
                yield at.toLocalDate() + " " + clock(at);
            }
            case SINCE_FIRST, SINCE_SELECTED -> relative(origin, micros);
            case RAW -> Long.toUnsignedString(micros);
        };
    }

    /// Without the date: `07:20:11.034512`; the same as [#full(long)] where a display has no date.
    public String clock(long micros) {
        return switch (display) {
            case UTC, LOCAL -> clock(at(micros));
            case SINCE_FIRST, SINCE_SELECTED, RAW -> full(micros);
        };
    }

    /// The day; empty where a display has none.
    public Optional<LocalDate> day(long micros) {
        return switch (display) {
            case UTC, LOCAL -> Optional.of(at(micros).toLocalDate());
            case SINCE_FIRST, SINCE_SELECTED, RAW -> Optional.empty();
        };
    }

    /// What the numbers mean, short enough for a column header: `UTC`, `+01:00`, `since first`…
    /// @param micros a timestamp of those shown: a zone's offset depends on it
    public String unit(long micros) {
        return switch (display) {
            case UTC -> "UTC";
            case LOCAL -> {
                String offset = zone.getRules().getOffset(instant(micros)).getId();
                yield offset.equals("Z") ? "UTC" : offset;
            }
            case SINCE_FIRST -> Texts.text("time.sinceFirst");
            case SINCE_SELECTED -> Texts.text("time.sinceSelected");
            case RAW -> "µs";
        };
    }

    /// ISO 8601 in UTC with six digits: `2024-02-21T07:20:11.034512Z`.
    public static String iso(long micros) {
        LocalDateTime at = LocalDateTime.ofInstant(instant(micros), ZoneOffset.UTC);
        return at.toLocalDate() + "T" + clock(at) + "Z";
    }

    /// The way from one timestamp to another: `+12.345678`, `−1:02.000001`, `+2:03:04.000000`, `+5d 02:03:04.000000`.
    public static String relative(long fromMicros, long toMicros) {
        boolean back = Long.compareUnsigned(toMicros, fromMicros) < 0;
        long distance = back ? fromMicros - toMicros : toMicros - fromMicros;
        long seconds = Long.divideUnsigned(distance, MICROS);
        var text = new StringBuilder(24).append(back ? MINUS : "+");
        long days = seconds / 86_400;
        int hour = (int) (seconds / 3_600 % 24);
        int minute = (int) (seconds / 60 % 60);
        if (days > 0) {
            text.append(days).append("d ");
            digits(text, hour, 2).append(':');
            digits(text, minute, 2).append(':');
            digits(text, (int) (seconds % 60), 2);
        } else if (hour > 0) {
            text.append(hour).append(':');
            digits(text, minute, 2).append(':');
            digits(text, (int) (seconds % 60), 2);
        } else if (minute > 0) {
            text.append(minute).append(':');
            digits(text, (int) (seconds % 60), 2);
        } else {
            text.append(seconds);
        }
        return digits(text.append('.'), (int) Long.remainderUnsigned(distance, MICROS), 6)
                .toString();
    }

    private static String clock(LocalDateTime at) {
        var text = new StringBuilder(15);
        digits(text, at.getHour(), 2).append(':');
        digits(text, at.getMinute(), 2).append(':');
        digits(text, at.getSecond(), 2).append('.');
        return digits(text, at.getNano() / 1_000, 6).toString();
    }

    private static StringBuilder digits(StringBuilder text, int number, int width) {
        String digits = Integer.toString(number);
        return text.repeat('0', width - digits.length()).append(digits);
    }

    private LocalDateTime at(long micros) {
        return LocalDateTime.ofInstant(instant(micros), zone);
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Long.divideUnsigned(micros, MICROS), Long.remainderUnsigned(micros, MICROS) * 1_000);
    }
}
