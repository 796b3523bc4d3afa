package clasp.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import clasp.journal.model.TimeRange;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramBuilderTest {
    @Test
    void entriesAreCountedByTimeAndSignalType() {
        HistogramBuilder builder = new HistogramBuilder(new TimeRange(100, 199), 10);
        builder.add("param", 100);
        builder.add("param", 109);
        builder.add("timeline", 110);
        builder.add("PARAM", 199);
        builder.add("param", 99);
        builder.add("param", 200);

        Histogram histogram = builder.build(true);

        assertThat(histogram.bucketMicros()).isEqualTo(10);
        assertThat(histogram.buckets()).isEqualTo(10);
        assertThat(histogram.series()).hasSize(6);
        assertThat(histogram.series().get(0)).startsWith(2, 0);
        assertThat(histogram.series().get(4)).startsWith(0, 1);
        assertThat(histogram.series().get(HistogramBuilder.OTHER)).endsWith(0, 1);
        assertThat(histogram.total()).isEqualTo(4);
        assertThat(histogram.exact()).isTrue();
    }

    @Test
    void anInstantHasOneBucket() {
        HistogramBuilder builder = new HistogramBuilder(new TimeRange(-1, -1), 1_000);
        builder.add("event", -1);

        assertThat(builder.buckets()).isEqualTo(1);
        assertThat(builder.build(false).total()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "0, -1, 1",
        "0, -1, 2",
        "0, -1, 1000",
        "0, -2, 1",
        "1, -1, 3",
        "0, 9223372036854775807, 1000",
        "9223372036854775807, -9223372036854775808, 1000",
        "-9223372036854775808, -1, 7",
        "5, 6, 1000",
        "0, 999, 999"
    })
    void everyTimestampFallsIntoTheBucketThatHoldsIt(long from, long to, int buckets) {
        HistogramBuilder builder = new HistogramBuilder(new TimeRange(from, to), buckets);
        BigInteger width = unsigned(builder.build(true).bucketMicros());
        assertThat(builder.buckets()).isBetween(1, buckets);
        assertThat(unsigned(to).subtract(unsigned(builder.bucketStart(builder.buckets() - 1))))
                .isBetween(BigInteger.ZERO, width);

        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            long micros = i == 0 ? from : i == 1 ? to : from + random.nextLong() % Math.max(1, to - from);
            if (new TimeRange(from, to).contains(micros)) {
                HistogramBuilder one = new HistogramBuilder(new TimeRange(from, to), buckets);
                one.add(0, micros, 3);
                int expected =
                        unsigned(micros).subtract(unsigned(from)).divide(width).intValueExact();
                assertThat(one.build(true).series().getFirst()[Math.min(expected, one.buckets() - 1)])
                        .isEqualTo(3);
            }
        }
    }

    @Test
    void aHistogramWithoutBucketsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new HistogramBuilder(TimeRange.ALL, 0));
    }

    private static BigInteger unsigned(long number) {
        return new BigInteger(Long.toUnsignedString(number));
    }
}
