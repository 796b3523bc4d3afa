package clasp.journal.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/// Writes timestamps. Date and offset are worked out once a day, and once between two changes of the clocks.
/// Not thread-safe.
final class TimeWriter {
    private static final long MICROS = 1_000_000;
    private static final int SECONDS_A_DAY = 86_400;

    private final TimeFormat format;
    private final ZoneRules rules;

    private long offsetFrom = Long.MAX_VALUE;
    private long offsetUntil = Long.MIN_VALUE;
    private int offsetSeconds;
    private byte[] offset = {'Z'};

    private long day = Long.MIN_VALUE;
    private byte[] date = {};

    TimeWriter(TimeFormat format, ZoneId zone) {
        this.format = format;
        rules = (format == TimeFormat.ISO_LOCAL ? zone : ZoneOffset.UTC).getRules();
    }

    void write(long micros, Utf8Output out) throws IOException {
        if (format == TimeFormat.RAW_MICROS) {
            out.unsigned(micros);
            return;
        }
        long second = Long.divideUnsigned(micros, MICROS);
        int fraction = (int) (micros - second * MICROS);
        if (second < offsetFrom || second >= offsetUntil) {
            findOffset(second);
        }
        long local = second + offsetSeconds;
        long localDay = Math.floorDiv(local, SECONDS_A_DAY);
        if (localDay != day) {
            day = localDay;
            date = (LocalDate.ofEpochDay(day) + "T").getBytes(StandardCharsets.US_ASCII);
        }
        int ofDay = (int) (local - localDay * SECONDS_A_DAY);
        out.ascii(date, 0, date.length);
        out.padded(ofDay / 3_600, 2);
        out.ascii(':');
        out.padded(ofDay / 60 % 60, 2);
        out.ascii(':');
        out.padded(ofDay % 60, 2);
        out.ascii('.');
        out.padded(fraction, 6);
        out.ascii(offset, 0, offset.length);
    }

    private void findOffset(long second) {
        Instant instant = Instant.ofEpochSecond(second);
        ZoneOffset found = rules.getOffset(instant);
        ZoneOffsetTransition next = rules.nextTransition(instant);
        offsetFrom = second;
        offsetUntil = next == null ? Long.MAX_VALUE : next.toEpochSecond();
        offsetSeconds = found.getTotalSeconds();
        String id = format == TimeFormat.ISO_UTC || !found.getId().equals("Z") ? found.getId() : "+00:00";
        offset = id.getBytes(StandardCharsets.US_ASCII);
    }
}
