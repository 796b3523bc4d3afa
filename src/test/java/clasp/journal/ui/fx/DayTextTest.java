package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayTextTest {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 21);

    private final Locale before = Locale.getDefault();

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

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

    @Test
    void aYearBeyond9999IsWritten() {
        assertThat(DayText.DATE.of(LocalDate.of(584_554, 12, 31))).contains("584554");
    }
}
