package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "7|7",
                " 12044 |12044",
                "12,044|12044",
                "12 044|12044",
                "12'044|12044",
                "1,012,044|1012044",
                "9223372036854775807|9223372036854775807"
            })
    void aNumberIsItsDigitsOrGroupsOfThree(String typed, long number) {
        assertThat(NumberText.parse(typed)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1 90",
                "1,90",
                "12,0444",
                "1234,567",
                ",123",
                "1,012 044",
                "12.044",
                "-1",
                "1e3",
                "0x10",
                "9223372036854775808",
                "soon"
            })
    void anythingElseIsNone(String typed) {
        assertThat(NumberText.parse(typed)).isEmpty();
    }
}
