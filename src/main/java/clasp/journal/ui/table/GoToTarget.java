package clasp.journal.ui.table;

import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in the journal as a person types it. Immutable.
sealed interface GoToTarget {
    record Seq(long seq) implements GoToTarget {}

    /// @param micros unsigned
    record Time(long micros) implements GoToTarget {}

    /// @param reason a sentence
    record Unclear(String reason) implements GoToTarget {}

    Pattern DIGITS = Pattern.compile("[0-9]+");
    /// No journal counts so far; a number from here on is a timestamp of 2001 or later.
    long LEAST_RAW = 1_000_000_000_000_000L;

    Pattern DAY = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)");
    Pattern RAW = Pattern.compile("(\\d+) ?(?:µs|us|μs)");

    /// Reads a seq (`12,044`), a time of day (`07:20:11.5`), a date with or without one (`2024-02-21 07:20`, `T` and a
    /// final `Z` allowed), or raw microseconds (`1708500011034512 µs`, whose unit a recent one can do without).
    ///
    /// @param zone what times without a `Z` mean
    /// @param dayMicros a timestamp on the day that a time of day belongs to
    static GoToTarget parse(String text, ZoneId zone, long dayMicros) {
        String typed = text.strip();
        Matcher raw = RAW.matcher(typed);
        try {
            OptionalLong number =
                    DIGITS.matcher(typed).matches() ? OptionalLong.of(Long.parseLong(typed)) : NumberText.parse(typed);
            if (number.isPresent()) {
                return number.getAsLong() < LEAST_RAW ? new Seq(number.getAsLong()) : new Time(number.getAsLong());
            }
            if (raw.matches()) {
                return new Time(Long.parseUnsignedLong(raw.group(1)));
            }
            return new Time(micros(instant(typed, zone, dayMicros)));
        } catch (NumberFormatException e) {
            return new Unclear(Texts.text("table.goTo.tooLarge"));
        } catch (DateTimeException | ArithmeticException e) {
            return new Unclear(isNoDay(typed) ? Texts.text("table.goTo.noDay") : Texts.text("table.goTo.unclear"));
        }
    }

    /// Whether it begins like a date, but with one that no calendar has.
    private static boolean isNoDay(String typed) {
        Matcher date = DAY.matcher(typed);
        if (!date.lookingAt()) {
            return false;
        }
        int month = Integer.parseInt(date.group(2));
        int day = Integer.parseInt(date.group(3));
        return month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(Integer.parseInt(date.group(1)), month).lengthOfMonth();
    }

    private static Instant instant(String typed, ZoneId zone, long dayMicros) {
        String iso = typed.replace(' ', 'T');
        if (iso.endsWith("Z")) {
            return Instant.parse(iso);
        }
        LocalDateTime at;
        if (iso.contains("T")) {
            at = LocalDateTime.parse(iso);
        } else if (iso.contains(":")) {
            Instant day = Instant.ofEpochSecond(Long.divideUnsigned(dayMicros, 1_000_000));
            at = LocalDate.ofInstant(day, zone).atTime(LocalTime.parse(iso));
        } else {
            at = LocalDate.parse(iso).atStartOfDay();
        }
        return at.atZone(zone).toInstant();
    }

    private static long micros(Instant instant) {
        if (instant.getEpochSecond() < 0) {
            throw new ArithmeticException("before the epoch");
        }
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }
}
