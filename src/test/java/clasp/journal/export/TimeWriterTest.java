package clasp.journal.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeWriterTest {
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "UTC", "Pacific/Apia"})
    void localTimesAreAsJavaFormatsThemAcrossChangesOfTheClocks(String name) throws IOException {
        ZoneId zone = ZoneId.of(name);
        TimeWriter writer = new TimeWriter(TimeFormat.ISO_LOCAL, zone);
        DateTimeFormatter expected = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT)
                .withZone(zone);
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            long micros = Math.floorMod(random.nextLong(), 4_000_000_000_000_000L);
            assertThat(text(writer, micros)).isEqualTo(expected.format(instant(micros)));
        }
        long springForward = Instant.parse("2024-03-31T01:00:00Z").getEpochSecond() * 1_000_000;
        for (long micros : new long[] {springForward - 1, springForward, springForward + 1, springForward - 1}) {
            assertThat(text(writer, micros)).isEqualTo(expected.format(instant(micros)));
        }
    }

    @Test
    void utcTimesEndInZAndHaveAllMicroseconds() throws IOException {
        TimeWriter writer = new TimeWriter(TimeFormat.ISO_UTC, ZoneId.of("Europe/Berlin"));
        assertThat(text(writer, 0)).isEqualTo("1970-01-01T00:00:00.000000Z");
        assertThat(text(writer, 1_708_500_000_000_292L)).isEqualTo("2024-02-21T07:20:00.000292Z");
    }

    @Test
    void timesAboveTheSignedRangeAreLaterThanAllOthers() throws IOException {
        assertThat(text(new TimeWriter(TimeFormat.RAW_MICROS, ZoneOffset.UTC), -1))
                .isEqualTo("18446744073709551615");
        assertThat(text(new TimeWriter(TimeFormat.ISO_UTC, ZoneOffset.UTC), -1))
                .isEqualTo("+586524-01-19T08:01:49.551615Z");
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
    }

    private static String text(TimeWriter writer, long micros) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Utf8Output out = new Utf8Output(bytes)) {
            writer.write(micros, out);
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }
}
