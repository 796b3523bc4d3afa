package clasp.journal.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times and distances in time as the filter language writes them. Thread-safe.
final class TimeText {
    private static final BigInteger MICROS_PER_SECOND = BigInteger.valueOf(1_000_000);
    private static final long MICROS_PER_DAY = 86_400_000_000L;

    /// Longer texts are no time.
    private static final int MAX_LENGTH = 64;

    private static final Pattern DATE_TIME = Pattern.compile("(\\d{4,6})-(\\d\\d)-(\\d\\d)"
            + "(?:[Tt ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,6}))?)?)?"
            + "([Zz]|[+-]\\d\\d:?\\d\\d)?");
    private static final Pattern DISTANCE = Pattern.compile("(\\d+(?:\\.\\d+)?)(us|µs|μs|ms|s|m|h|d)");
    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final int LAST_PRINTED_YEAR = 9_999;

    private TimeText() {}

    /// The time that the text names, in µs, unsigned: ISO 8601 (UTC unless it has an offset), or a number of µs.
    ///
    /// @param last of a day without a time of day, whether the last µs is meant rather than the first
    static Optional<Long> parse(String text, boolean last) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return unsigned(new BigInteger(text));
        }
        Matcher parts = DATE_TIME.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return micros(parts, last);
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static Optional<Long> micros(Matcher parts, boolean last) {
        LocalDate day = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
        boolean wholeDay = parts.group(4) == null;
        LocalTime time =
                wholeDay ? LocalTime.MIDNIGHT : LocalTime.of(number(parts, 4), number(parts, 5), number(parts, 6));
        String zone = parts.group(8);
        ZoneOffset offset = zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone.toUpperCase(Locale.ROOT));
        String fraction = parts.group(7) == null ? "" : parts.group(7);
        long rest = Long.parseLong(fraction + "0".repeat(6 - fraction.length()));
        if (wholeDay && last) {
            rest = MICROS_PER_DAY - 1;
        }
        return unsigned(BigInteger.valueOf(LocalDateTime.of(day, time).toEpochSecond(offset))
                .multiply(MICROS_PER_SECOND)
                .add(BigInteger.valueOf(rest)));
    }

    private static int number(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static Optional<Long> unsigned(BigInteger micros) {
        return micros.signum() < 0 || micros.bitLength() > Long.SIZE
                ? Optional.empty()
                : Optional.of(micros.longValue());
    }

    /// The distance that a text like `5m` or `1.5s` names, in µs.
    static Optional<Long> parseDistance(String text) {
        Matcher parts = DISTANCE.matcher(text);
        if (text.length() > MAX_LENGTH || !parts.matches()) {
            return Optional.empty();
        }
        BigDecimal micros = new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(unitMicros(parts.group(2))));
        boolean whole = micros.stripTrailingZeros().scale() <= 0;
        boolean fits = micros.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        return whole && fits ? Optional.of(micros.longValueExact()) : Optional.empty();
    }

    private static long unitMicros(String unit) {
        return switch (unit) {
            case "ms" -> 1_000;
            case "s" -> 1_000_000;
            case "m" -> 60_000_000;
            case "h" -> 3_600_000_000L;
            case "d" -> MICROS_PER_DAY;
            default -> 1;
        };
    }

    /// The time in UTC with as many digits as it needs; the number of µs for times after the year 9999.
    static String print(long micros) {
        long seconds = Long.divideUnsigned(micros, 1_000_000);
        long rest = Long.remainderUnsigned(micros, 1_000_000);
        LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        if (time.getYear() > LAST_PRINTED_YEAR) {
            return Long.toUnsignedString(micros);
        }
        return PRINTED.format(time) + (rest == 0 ? "" : String.format(Locale.ROOT, ".%06d", rest)) + "Z";
    }
}
