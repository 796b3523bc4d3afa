package clasp.journal.ui.query;

import clasp.journal.model.TimeRange;
import clasp.journal.query.Query;
import clasp.journal.query.QuerySyntaxException;
import clasp.journal.ui.fx.TimeDisplay;
import clasp.journal.ui.fx.TimeText;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/// Timestamps (unsigned µs) as text in a time zone: `2024-02-21 07:20:11.034512`. What the filter language reads is
/// read here, too, only that a time without a distance from UTC belongs to the zone. Immutable.
record Moments(ZoneId zone) {
    private static final Pattern WRITABLE = Pattern.compile("[\\dTtZz:.,+ -]+");
    private static final Pattern RAW = Pattern.compile("\\d+");
    private static final Pattern WITH_DISTANCE = Pattern.compile(".*(?:[Zz]|:\\d\\d(?:[.,]\\d+)?[+-]\\d\\d:?\\d\\d)");
    private static final int LAST_YEAR = 9_999;

    /// The zone of a display: the system's for local time, else UTC.
    static Moments of(TimeDisplay display, ZoneId system) {
        return new Moments(display == TimeDisplay.LOCAL ? system : ZoneOffset.UTC);
    }

    /// @param last of a day without a time of day, whether the last µs is meant rather than the first
    Optional<Long> parse(String text, boolean last) {
        String typed = text.strip();
        if (!WRITABLE.matcher(typed).matches() || typed.startsWith("-") || typed.startsWith("+")) {
            return Optional.empty();
        }
        try {
            TimeRange range =
                    Query.parse((last ? "to:\"" : "from:\"") + typed + '"').time();
            long micros = last ? range.toMicros() : range.fromMicros();
            boolean absolute =
                    RAW.matcher(typed).matches() || WITH_DISTANCE.matcher(typed).matches();
            return absolute ? Optional.of(micros) : inZone(micros);
        } catch (QuerySyntaxException e) {
            return Optional.empty();
        }
    }

    /// The moment at which the zone's clocks show what UTC's show at this one; empty before 1970.
    private Optional<Long> inZone(long utcMicros) {
        long seconds = Long.divideUnsigned(utcMicros, 1_000_000);
        long rest = Long.remainderUnsigned(utcMicros, 1_000_000);
        LocalDateTime shown = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        long moved = shown.atZone(zone).toEpochSecond();
        return moved < 0 ? Optional.empty() : Optional.of(moved * 1_000_000 + rest);
    }

    /// Such that [#parse] gives the same again, but for an hour that the zone's clocks show twice.
    String print(long micros) {
        return at(micros).getYear() > LAST_YEAR ? Long.toUnsignedString(micros) : text().full(micros);
    }

    /// What the clocks of the zone show, to the second.
    LocalDateTime at(long micros) {
        long seconds = Long.divideUnsigned(micros, 1_000_000);
        return LocalDateTime.ofInstant(java.time.Instant.ofEpochSecond(seconds), zone);
    }

    /// Writes times in this zone.
    TimeText text() {
        return zone.equals(ZoneOffset.UTC) ? TimeText.of(TimeDisplay.UTC, 0) : TimeText.of(TimeDisplay.LOCAL, 0, zone);
    }
}
