package clasp.journal.model;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.Entries;
import clasp.journal.testing.JournalRows;
import clasp.journal.testing.SharedJournals;
import clasp.journal.testing.TestLines;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClaspReadingTest {
    record Case(Entry entry, Set<ClaspReading> expected) {
        static Case parse(String line) {
            String[] fields = line.split("\t");
            String value = ((Value.Text) Value.parse(fields[0])).value();
            Set<ClaspReading> expected = EnumSet.noneOf(ClaspReading.class);
            if (!fields[3].equals("-")) {
                Arrays.stream(fields[3].split(" ")).map(ClaspReading::valueOf).forEach(expected::add);
            }
            Entry entry = new Entry(1, 0, "", "/raw", fields[1], value, null, Long.parseLong(fields[2]));
            return new Case(entry, expected);
        }
    }

    static List<Case> foreignValues() {
        return TestLines.of(ClaspReadingTest.class, "foreign-values.tsv").stream()
                .map(Case::parse)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("foreignValues")
    void everyForeignValueIsReadAsClaspReadsIt(Case one) {
        assertThat(ClaspReading.of(one.entry())).isEqualTo(one.expected());
    }

    @Test
    void theFileOfForeignValuesHoldsTheSameCases(@TempDir Path folder) {
        List<Entry> stored = JournalRows.entries(SharedJournals.copy("foreign-values.db", folder));
        List<Case> known = foreignValues().subList(0, stored.size());

        assertThat(stored)
                .extracting(Entry::valueJson, Entry::signalType, Entry::msgType)
                .containsExactlyElementsOf(known.stream()
                        .map(one -> org.assertj.core.groups.Tuple.tuple(
                                one.entry().valueJson(),
                                one.entry().signalType(),
                                one.entry().msgType()))
                        .toList());
    }

    @Test
    void whatClaspWroteIsReadAsStoredExceptForDepth(@TempDir Path folder) {
        var found = JournalRows.entries(SharedJournals.copy("edge.db", folder)).stream()
                .filter(entry -> !ClaspReading.of(entry).isEmpty())
                .collect(Collectors.toMap(Entry::address, ClaspReading::of, (a, b) -> a, TreeMap::new));

        assertThat(found).hasToString("{/edge/deep/a128=[NULL_FOR_DEPTH], /edge/deep/m200=[NULL_FOR_DEPTH]}");
    }

    @Test
    void claspReads127LevelsAndNotOneMore() {
        assertThat(ClaspReading.ofValue(nested(127))).isEmpty();
        assertThat(ClaspReading.ofValue(nested(128))).containsExactly(ClaspReading.NULL_FOR_DEPTH);
        assertThat(ClaspReading.ofValue("{\"k\":".repeat(128) + "1" + "}".repeat(128)))
                .containsExactly(ClaspReading.NULL_FOR_DEPTH);
        assertThat(ClaspReading.ofValue(nested(1_000_000))).containsExactly(ClaspReading.NULL_FOR_DEPTH);
    }

    @Test
    void badJsonHidesEverythingElseAboutAValue() {
        assertThat(ClaspReading.ofValue("{\"a\":9223372036854775808,\"a\":" + nested(200)))
                .containsExactly(ClaspReading.NULL_FOR_BAD_JSON);
    }

    @Test
    void longDigitsBeyondTheRangeOfADoubleAreNotReadAtAll() {
        assertThat(ClaspReading.ofValue("9".repeat(308))).containsExactly(ClaspReading.FLOAT_FOR_INTEGER);
        assertThat(ClaspReading.ofValue("9".repeat(400))).containsExactly(ClaspReading.NULL_FOR_BAD_JSON);
    }

    @Test
    void sentencesSayWhatClaspSees() {
        Entry odd = new Entry(1, 0, "", "/raw", "PARAM", "01", null, -1);

        assertThat(ClaspReading.of(odd).stream().map(reading -> reading.sentence(odd)))
                .containsExactly(
                        "The value is not JSON that CLASP can read; CLASP sees null.",
                        "The signal type 'PARAM' is unknown to CLASP; CLASP sees 'event'.",
                        "The message type -1 does not fit 8 bits; CLASP sees 255 (0xFF).");
        assertThat(ClaspReading.values())
                .allSatisfy(reading ->
                        assertThat(reading.sentence(odd)).contains("CLASP sees").endsWith("."));
    }

    @Test
    void anOrdinaryEntryIsReadAsItIs() {
        assertThat(ClaspReading.of(Entries.set("/a", "{\"x\":[0.5,1,\"日\"]}"))).isEmpty();
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "1" + "]".repeat(depth);
    }
}
