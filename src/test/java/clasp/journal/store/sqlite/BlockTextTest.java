package clasp.journal.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.testing.RandomJournals;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockTextTest {
    private static final String FIELD = Character.toString(BlockText.FIELD_END);
    private static final String LINE = Character.toString(BlockText.ENTRY_END);

    @Test
    void entriesComeBackAsTheyWere() {
        List<Entry> entries = new RandomJournals(7).entries(2_000);

        assertThat(blockText(text(entries)).entries(2_000)).isEqualTo(entries);
    }

    @Test
    void everyNumberOf64BitsComesBack() {
        List<Entry> entries = LongStream.of(
                        Long.MIN_VALUE,
                        Long.MIN_VALUE + 1,
                        Long.MAX_VALUE,
                        Long.MAX_VALUE - 1,
                        999_999_999_999_999_999L,
                        1_000_000_000_000_000_000L,
                        -1_000_000_000_000_000_000L,
                        -1,
                        0)
                .mapToObj(number -> new Entry(number, number, "a", "/a", "param", "1", number, number))
                .toList();

        assertThat(blockText(text(entries)).entries(entries.size())).isEqualTo(entries);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1|2|a|/a|param|1|n",
                "1|2|a|/a|param|1|n|",
                "1|2|a|/a|param|1|n|33|",
                "1|2|a|/a|param|1|n|33\u001E",
                "1|2|a|/a|param|1|n|33\u001E1",
                "1|2|a|/a|param|1|1|33",
                "1|2|a|/a|param|1||33",
                "1|2|a|/a|param|1|r|33",
                "1|2|a|/a|param|1|1rr|33",
                "1||a|/a|param|1|n|33",
                "1|-|a|/a|param|1|n|33",
                "1|1.5|a|/a|param|1|n|33",
                "1|+2|a|/a|param|1|n|33",
                "1| 2|a|/a|param|1|n|33",
                "1|9223372036854775808|a|/a|param|1|n|33",
                "1|-9223372036854775809|a|/a|param|1|n|33",
                "1|99999999999999999999999|a|/a|param|1|n|33",
                "1|2|a\uFFFD|/a|param|1|n|33",
            })
    void whateverIsNotOneEntryMakesItGiveUp(String text) {
        assertThat(blockText(text.replace("|", FIELD)).entries(1)).isNull();
    }

    @Test
    void textsWithTheSeparatingCharactersAreNeverTakenForSomethingElse() {
        Random random = new Random(11);
        int told = 0;
        for (int i = 0; i < 200_000; i++) {
            List<Entry> entries = Stream.generate(() -> entry(random))
                    .limit(1 + random.nextInt(3))
                    .toList();
            List<Entry> found = blockText(text(entries)).entries(entries.size());
            if (found != null) {
                assertThat(found).isEqualTo(entries);
                told++;
            }
        }
        assertThat(told).isBetween(10_000, 190_000);
    }

    private static Entry entry(Random random) {
        return new Entry(
                random.nextInt(3),
                random.nextInt(3),
                odd(random),
                odd(random),
                odd(random),
                odd(random),
                random.nextBoolean() ? null : random.nextLong(3),
                random.nextInt(3));
    }

    private static String odd(Random random) {
        String alphabet = FIELD + LINE + "123nr-";
        return random.ints(random.nextInt(9) / 2, 0, alphabet.length())
                .mapToObj(i -> alphabet.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static BlockText blockText(String text) {
        return new BlockText(text.getBytes(UTF_8));
    }

    private static String text(List<Entry> entries) {
        return entries.stream().map(BlockTextTest::line).collect(Collectors.joining(LINE));
    }

    private static String line(Entry entry) {
        return String.join(
                FIELD,
                Long.toString(entry.seq()),
                Long.toString(entry.timestampMicros()),
                entry.author(),
                entry.address(),
                entry.signalType(),
                entry.valueJson(),
                entry.revision() == null ? "n" : entry.revision() + "r",
                Long.toString(entry.msgType()));
    }
}
