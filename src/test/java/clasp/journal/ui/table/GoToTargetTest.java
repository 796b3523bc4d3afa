package clasp.journal.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoToTargetTest {
    private static final long DAY = 1_708_500_000_000_000L;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"12,044|12044", "12 044|12044", "7|7", "999999999999999|999999999999999"})
    void aNumberIsASeq(String typed, long seq) {
        assertThat(parse(typed)).isEqualTo(new GoToTarget.Seq(seq));
    }

    @ParameterizedTest
    @CsvSource({
        "1708500011034512 µs, 1708500011034512",
        "1708500011034512us, 1708500011034512",
        "1708500011034512, 1708500011034512",
        "17 µs, 17",
        "07:20:11.5, 1708500011500000",
        "2024-02-21 07:20, 1708500000000000",
        "2024-02-21T07:20:00Z, 1708500000000000",
        "2024-02-21, 1708473600000000"
    })
    void aTimeIsATimestampHoweverItIsWritten(String typed, long micros) {
        assertThat(parse(typed)).isEqualTo(new GoToTarget.Time(micros));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"soon", "07:61", "1708500011034512 s", "99999999999999999999", "1960-01-01", "1 90", "12,04"})
    void whatIsNeitherIsAnsweredWithASentence(String typed) {
        assertThat(parse(typed))
                .isInstanceOfSatisfying(
                        GoToTarget.Unclear.class,
                        unclear -> assertThat(unclear.reason()).endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-30", "2023-02-29 07:20", "2024-13-01", "2024-00-10", "2024-04-31T07:20:00Z"})
    void aDayThatNoCalendarHasIsCalledSo(String typed) {
        assertThat(parse(typed))
                .isEqualTo(new GoToTarget.Unclear(
                        "There is no such day. Type one that is in the calendar, such as 2024-02-21."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29 soon", "2024-02-29 25:00", "2024-2-30", "1960-01-01"})
    void ofADayThatThereIsNothingIsSaid(String typed) {
        assertThat(parse(typed))
                .isInstanceOfSatisfying(
                        GoToTarget.Unclear.class,
                        unclear -> assertThat(unclear.reason()).startsWith("Type a seq"));
    }

    private static GoToTarget parse(String typed) {
        return GoToTarget.parse(typed, ZoneOffset.UTC, DAY);
    }
}
