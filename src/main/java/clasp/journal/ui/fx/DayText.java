package clasp.journal.ui.fx;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Writes days as the language does: `Wed, 21 Feb 2024`, `Mi., 21.02.2024`. What has a time to the microsecond, and
/// whatever is typed, copied or exported, has ISO dates, see [TimeText]. Thread-safe.
public enum DayText {
    /// With the day of the week: `Wed, 21 Feb 2024`.
    WHOLE("time.day.whole"),
    /// `21 Feb 2024`.
    DATE("time.day.date"),
    /// Where the year goes without saying: `21 Feb`.
    MONTH_AND_DAY("time.day.short"),
    /// `Feb 2024`.
    MONTH("time.day.month");

    private final String key;
    private final Map<Locale, DateTimeFormatter> formats = new ConcurrentHashMap<>();

    DayText(String key) {
        this.key = key;
    }

    public String of(LocalDate day) {
        return formats.computeIfAbsent(Texts.locale(), locale -> DateTimeFormatter.ofPattern(Texts.text(key), locale))
                .format(day);
    }
}
