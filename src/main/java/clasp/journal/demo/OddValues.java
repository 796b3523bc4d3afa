package clasp.journal.demo;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import java.util.ArrayList;
import java.util.List;

/// What real journals hold besides tidy values: text that is no JSON, numbers at the edge of what fits, unknown kinds
/// of signal and message. Stateless.
final class OddValues {
    private static final String AUTHOR = "test-bench";
    private static final int DEEP = 200;

    private static final List<String> VALUES = List.of(
            "1",
            "1.0",
            "-0.0",
            "1e300",
            "1e+300",
            "5e-324",
            "9007199254740993",
            "9223372036854775807",
            "-9223372036854775808",
            "18446744073709551616",
            "{\"x\":1,",
            "NaN",
            "",
            "[".repeat(DEEP) + "]".repeat(DEEP),
            "{\"gain\":0.5,\"gain\":0.75}",
            "\"=SUM(A1:A9)\"",
            "\"a \\\"quoted\\\" text,\\nin two lines\"",
            "\"" + "lorem ipsum ".repeat(400) + "\"",
            "[0,127,255,10,13]");

    private OddValues() {}

    static List<Entry> at(long micros) {
        List<Entry> odd = new ArrayList<>();
        for (String value : VALUES) {
            odd.add(event("/test/values", "event", value, MsgType.PUBLISH, micros + odd.size()));
        }
        odd.add(event("/test/telemetry", "Telemetry", "0.25", MsgType.PUBLISH, micros + odd.size()));
        odd.add(event("/test/bundle", "event", "null", 0x30, micros + odd.size()));
        odd.add(event("/test/bundle", "event", "null", 300, micros + odd.size()));
        odd.add(event("/bühne/licht/日本語", "event", "\"grün\"", MsgType.PUBLISH, micros + odd.size()));
        odd.add(event("/test/50%_off, \"now\"", "event", "true", MsgType.PUBLISH, micros + odd.size()));
        return odd;
    }

    private static Entry event(String address, String signalType, String value, long msgType, long micros) {
        return new Entry(0, micros, AUTHOR, address, signalType, value, null, msgType);
    }
}
