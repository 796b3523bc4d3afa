package clasp.journal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "1.0, 1.0",
        "-1.5, -1.5",
        "0.0, 0.0",
        "-0.0, -0.0",
        "1E15, 1000000000000000.0",
        "9.99E15, 9990000000000000.0",
        "1E16, 1e16",
        "1.5E16, 1.5e16",
        "1E300, 1e300",
        "1.25E-7, 1.25e-7",
        "1E-5, 0.00001",
        "9.99E-6, 9.99e-6",
        "1E-6, 1e-6",
        "4.9E-324, 5e-324",
        "9.9E-324, 1e-323",
        "1.5E-323, 1.5e-323",
        "123456.789, 123456.789"
    })
    void floatsAreWrittenAsClaspWritesThem(double value, String text) {
        assertThat(NumberText.of(value)).isEqualTo(text);
    }

    @Test
    void everyDoubleComesBackToTheBitAndNeverLooksLikeAnInteger() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                String text = NumberText.of(value);
                assertThat(Double.doubleToRawLongBits(Double.parseDouble(text)))
                        .isEqualTo(Double.doubleToRawLongBits(value));
                assertThat(text).containsAnyOf(".", "e");
                assertThat(new BigDecimal(text).precision()).isLessThanOrEqualTo(17);
            }
        }
    }
}
