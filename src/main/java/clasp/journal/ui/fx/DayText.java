package clasp.journal.ui.fx;

import java.time.LocalDate;

/// Writes days as the language does: `Wed, 21 Feb 2024`, `Mi., 21.02.2024`. What has a time to the microsecond, and
/// whatever is typed, copied or exported, has ISO dates, see [TimeText]. Thread-safe.
///
/// The names of days and months are texts of the bundle: Java's own would be read at each start, which takes it longer.
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

    DayText(String key) {
        this.key = key;
    }

    public String of(LocalDate day) {
        return Texts.text(key, day.getDayOfWeek().getValue(), day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }
}
