package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.OwnLanguage;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OwnLanguage
class DayTextTest {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 21);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en | Wed, 21 Feb 2024 | 21 Feb 2024 | 21 Feb | Feb 2024
        de | Mi., 21.02.2024  | 21.02.2024  | 21.02. | Feb. 2024
        ja | Wed, 21 Feb 2024 | 21 Feb 2024 | 21 Feb | Feb 2024
        """)
    void daysAreWrittenAsTheLanguageOfTheTextsDoes(
            String language, String whole, String date, String monthAndDay, String month) {
        Locale.setDefault(Locale.forLanguageTag(language));

        assertThat(Stream.of(DayText.values()).map(text -> text.of(DAY)))
                .containsExactly(whole, date, monthAndDay, month);
    }

    @ParameterizedTest
    @CsvSource({"en, '1 Mar 2026, Sun, 1 Mar 2026'", "de, '01.03.2026, So., 01.03.2026'"})
    void theFirstDaysOfAMonth(String language, String texts) {
        Locale.setDefault(Locale.forLanguageTag(language));
        LocalDate first = LocalDate.of(2026, 3, 1);

        assertThat(DayText.DATE.of(first) + ", " + DayText.WHOLE.of(first)).isEqualTo(texts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyDayOfTheWeekAndEveryMonthHasANameOfItsOwn(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));

        assertThat(IntStream.range(0, 7)
                        .mapToObj(i -> DayText.WHOLE.of(DAY.plusDays(i)).substring(0, 3)))
                .doesNotHaveDuplicates();
        assertThat(IntStream.range(0, 12)
                        .mapToObj(i -> DayText.MONTH.of(DAY.plusMonths(i)).substring(0, 3)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aYearBeyond9999IsWritten() {
        assertThat(DayText.DATE.of(LocalDate.of(584_554, 12, 31))).contains("584554");
    }
}
