package clasp.journal.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNumbersTest {
    @ParameterizedTest
    @ValueSource(strings = {"100000", "100,000", " 100 000 ", "100'000"})
    void entriesAreDigitsAloneOrInGroupsOfThree(String typed) {
        assertThat(HostNumbers.capacity(typed)).isEqualTo(100_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 90", "19,0", "1.5", "1,0,0", "0", "10,000,001", "many", ""})
    void whatIsNoNumberOfEntriesIsSaid(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostNumbers.capacity(typed))
                .withMessage("“" + typed + "” is no number of entries: write one from 1 to 10,000,000.");
    }

    @Test
    void aPortIsDigitsAlone() {
        assertThat(HostNumbers.port(" 7330 ")).isEqualTo(7330);
        assertThat(HostNumbers.port("0")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7 330", "7,330", "65536", "-1", "http", ""})
    void whatIsNoPortIsSaid(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostNumbers.port(typed))
                .withMessageContaining("is no port: write a number from 0 to 65535");
    }
}
