package clasp.journal.testing;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// The content of journals, the same for the same seed: ordinary entries mixed with everything odd that a journal can
/// hold, seqs with gaps, times that jump. Confined to one thread.
public final class RandomJournals {
    private static final List<String> ADDRESSES = List.of(
            "/lumen/scene/0/layer/3/opacity",
            "/lumen/scene/1/layer/3/opacity",
            "/lumen/scene/11/layer/3/x",
            "/Lumen/scene/0",
            "/lumenX",
            "/lumen",
            "/lumen/",
            "/audio/mixer/ch/1/volume",
            "/midi/cc/7",
            "/midi/cc/0",
            "/foo_bar/x",
            "/fooXbar/x",
            "/foo%bar/x",
            "/foo/a",
            "/foo/[a",
            "/größe/日本",
            "/GRÖSSE/x",
            "/🎛/a",
            "/\uffee/a",
            "/a b/c",
            "/a(b)",
            "/star/*",
            "plain",
            "",
            "/",
            "//",
            "\\",
            "/nl\n\"q\"/x",
            "'; --");
    private static final List<String> AUTHORS =
            List.of("13a16201", "13a1", "13A1", "", "a\"b,c\n🚀", "two words", "ü_%", "*");
    private static final List<String> SIGNALS =
            List.of("param", "param", "param", "event", "stream", "gesture", "timeline", "Param", "", "odd, type");
    private static final List<String> VALUES = List.of(
            "0.5",
            "0.50",
            "5e-1",
            "1",
            "1.0",
            "-0",
            "-0.0",
            "64",
            "9223372036854775807",
            "9223372036854775808",
            "1e300",
            "1e+300",
            "1e999999999",
            " 1 ",
            "true",
            "false",
            "null",
            "\"a b\"",
            "\"\\u0061 b\"",
            "\"\"",
            "\"1\"",
            "\"Ü\"",
            "\"\\\"\\\\\"",
            "\"日\\ud83c\\udf9b\"",
            "[1,2]",
            "  [1 , 2]  ",
            "{\"a\":1,\"a\":2}",
            "{broken",
            "",
            "01",
            "NaN",
            "'x'",
            "\"opacity\"",
            "{\"opacity\":0.5}");
    private static final long EPOCH = 1_708_500_000_000_000L;

    private final Random random;

    public RandomJournals(long seed) {
        random = new Random(seed);
    }

    /// Entries in ascending seq from 1 or later.
    public List<Entry> entries(int count) {
        return entries(count, 0);
    }

    /// @param layers half of the entries set something of one of so many layers
    public List<Entry> entries(int count, int layers) {
        List<Entry> entries = new ArrayList<>(count);
        boolean gaps = random.nextBoolean();
        long seq = gaps ? random.nextInt(500) : 0;
        long time = EPOCH;
        for (int i = 0; i < count; i++) {
            seq += gaps && random.nextInt(8) == 0 ? 1 + random.nextInt(40) : 1;
            time += random.nextInt(2_000) - 200;
            entries.add(new Entry(
                    seq,
                    random.nextInt(40) == 0 ? oddTime() : time,
                    any(AUTHORS),
                    layers > 0 && random.nextBoolean() ? layer(random.nextInt(layers)) : any(ADDRESSES),
                    any(SIGNALS),
                    value(),
                    revision(),
                    random.nextInt(12) == 0 ? any(List.of(0L, 34L, 255L, 300L, -1L)) : msgType()));
        }
        return entries;
    }

    private static String layer(int number) {
        return "/lumen/scene/" + number % 13 + "/layer/" + number + "/opacity";
    }

    private String value() {
        return switch (random.nextInt(60)) {
            case 0 -> "[".repeat(200) + "]".repeat(200);
            case 1 -> "\"" + "long 🎛 ".repeat(500) + "\"";
            default -> random.nextInt(3) == 0 ? Double.toString(random.nextDouble() * 100) : any(VALUES);
        };
    }

    private long oddTime() {
        return any(List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE, EPOCH, EPOCH));
    }

    private @Nullable Long revision() {
        return switch (random.nextInt(12)) {
            case 0 -> -1L;
            case 1 -> Long.MIN_VALUE;
            case 2, 3, 4 -> null;
            default -> (long) random.nextInt(50);
        };
    }

    private long msgType() {
        return random.nextBoolean() ? MsgType.SET : MsgType.PUBLISH;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
