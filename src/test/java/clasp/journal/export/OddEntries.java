package clasp.journal.export;

import clasp.journal.model.Entry;
import java.util.List;

/// Entries with everything in them that an export could get wrong.
final class OddEntries {
    static final List<Entry> ALL = List.of(
            new Entry(1, 0, "", "", "param", "null", 1L, 33),
            new Entry(2, -1, "a,b", "/x;y\tz", "event", "\"say \\\"hi\\\"\"", null, 32),
            new Entry(3, Long.MIN_VALUE, "line\r\nbreak", "/q\"q", "Stream", "{not json", -1L, -1),
            new Entry(4, 1_708_500_000_000_292L, "日本語", "/grün/😀", "gesture", "\"=SUM(A1:A9)\"", null, 300),
            new Entry(5, 1_708_500_000_000_292L, " pad ", "/n", "", "-0.0", Long.MAX_VALUE, 33),
            new Entry(Long.MAX_VALUE, 1, "=cmd", "@x", "param", "9223372036854775807", 0L, 0));

    private OddEntries() {}
}
