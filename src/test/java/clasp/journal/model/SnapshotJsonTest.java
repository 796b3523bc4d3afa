package clasp.journal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import clasp.journal.testing.JournalRows;
import clasp.journal.testing.SharedJournals;
import java.io.FilterReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotJsonTest {
    private static final SnapshotInfo INFO = new SnapshotInfo(1, 2, 3, 4);
    private static final Param PARAM = new Param("/a\n", "{\"x\" : 1e+300}", -1, "w\"", Long.MIN_VALUE);
    private static final String WRITTEN = "{\"address\":\"/a\\n\",\"value\":{\"x\" : 1e+300},"
            + "\"revision\":18446744073709551615,\"writer\":\"w\\\"\",\"timestamp\":9223372036854775808}";

    @Test
    void paramsAreWrittenInClaspsOrderWithTheirValuesUntouched() {
        assertThat(SnapshotJson.write(List.of(PARAM, PARAM))).isEqualTo("[" + WRITTEN + "," + WRITTEN + "]");
        assertThat(SnapshotJson.write(List.of())).isEqualTo("[]");
    }

    @Test
    void paramsAreReadBackBitByBit() {
        Snapshot snapshot = SnapshotJson.read(INFO, SnapshotJson.write(List.of(PARAM, PARAM)));

        assertThat(snapshot).isEqualTo(new Snapshot(INFO, List.of(PARAM, PARAM), null, null));
        assertThat(snapshot.usable()).isTrue();
    }

    @Test
    void spacesAndUnknownFieldsAndOtherOrdersAreRead() {
        assertThat(read(" [ { \"timestamp\" : 5 , \"x\":{\"address\":1}, \"value\": [ 1 ] , \"address\":\"\\u0041\","
                        + "\n\"writer\":\"\",\"revision\":0 } ] "))
                .isEqualTo(new Snapshot(INFO, List.of(new Param("A", "[ 1 ]", 0, "", 5)), null, null));
    }

    @Test
    void aValueThatIsNotJsonCannotBeWritten() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> SnapshotJson.write(List.of(new Param("/bad", "01", 1, "", 0))))
                .withMessageContaining("/bad");
    }

    @Test
    void whatCanBeReadBeforeDamageIsKept() {
        String whole = SnapshotJson.write(List.of(PARAM, PARAM, PARAM));

        Snapshot snapshot = read(whole.substring(0, whole.length() - 20));

        assertThat(snapshot.params()).containsExactly(PARAM, PARAM);
        assertThat(snapshot.damage()).contains("after 2 params");
        assertThat(snapshot.usable()).isFalse();
    }

    @Test
    void everyTruncationAndEveryBitFlipGivesASentenceOrASnapshot() {
        String whole = SnapshotJson.write(List.of(PARAM, PARAM));
        for (int length = 0; length < whole.length(); length++) {
            assertThat(read(whole.substring(0, length)).damage()).isNotNull();
        }
        for (int bit = 0; bit < whole.length() * 7; bit++) {
            StringBuilder flipped = new StringBuilder(whole);
            flipped.setCharAt(bit / 7, (char) (whole.charAt(bit / 7) ^ (1 << (bit % 7))));
            assertThat(read(flipped.toString()).params()).hasSizeLessThanOrEqualTo(2);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '§', quoteCharacter = '~', textBlock = """
        ~~                                           § text is empty
        {}                                           § not a list
        [1,[2]]                                      § Item 2
        [{"value":1}]                                § has no address
        [{"address":5}]                              § address that is not a text
        [{"address":"/a","revision":1}]              § has no value
        [{"address":"/a","value":1}]                 § has no revision
        [{"address":"/a","value":1,"revision":1.0}]  § revision that is not an unsigned 64-bit number
        [{"address":"/a","value":1,"revision":-1}]   § revision that is not an unsigned 64-bit number
        []x                                          § character 2
        [] []                                        § more text
        """)
    void damageIsSaidInASentence(String json, String words) {
        Snapshot snapshot = read(json);

        assertThat(snapshot.damage()).contains(words).endsWith(".");
        assertThat(snapshot.params()).isEmpty();
    }

    @Test
    void aParamThatIsNotWholeIsLeftOutAndReadingGoesOn() {
        Snapshot snapshot = read("[" + WRITTEN + ",{\"address\":\"/b\"}," + WRITTEN + "]");

        assertThat(snapshot.params()).containsExactly(PARAM, PARAM);
        assertThat(snapshot.damage()).isEqualTo("Param 2 (address \"/b\") has no value and was left out.");
    }

    @Test
    void manyComplaintsAreSummedUp() {
        assertThat(read("[" + "{},".repeat(999) + "{}]").damage()).endsWith("In all 1000 params were left out.");
    }

    @Test
    void whatClaspRefusesIsToldWithTheAddressThatCausesIt() {
        assertThat(refusal(nested(125))).isNull();
        assertThat(refusal(nested(126))).contains("/v").contains("deeper than 125 levels");
        assertThat(refusal("1e999")).contains("/v").contains("not JSON that CLASP can read");
        assertThat(refusal("\"\\ud800\"")).contains("/v");
        assertThat(read("[" + WRITTEN.replaceFirst("\\{", "{\"writer\":\"x\",") + "]")
                        .claspRefusal())
                .contains("writer more than once");
        assertThat(read("[" + WRITTEN.replaceFirst("\\{", "{\"x\":[\"\\\\ud800\"],") + "]")
                        .claspRefusal())
                .contains("The field x of param 1");
    }

    @Test
    void theSnapshotsThatClaspWroteAreReadAndWrittenBackBitByBit(@TempDir Path folder) {
        Path file = SharedJournals.copy("edge.db", folder);
        Snapshot first = read(JournalRows.snapshotJson(file, 1));
        Snapshot second = read(JournalRows.snapshotJson(file, 2));

        assertThat(first.params()).hasSize(78);
        assertThat(first.damage()).isNull();
        assertThat(first.claspRefusal()).contains("/edge/deep/a127");
        assertThat(second.params()).hasSize(73);
        assertThat(second.usable()).isTrue();
        assertThat(SnapshotJson.write(first.params())).isEqualTo(JournalRows.snapshotJson(file, 1));
        assertThat(SnapshotJson.write(second.params())).isEqualTo(JournalRows.snapshotJson(file, 2));
    }

    @Test
    void aLargeSnapshotIsReadFromAStream() throws IOException {
        List<Param> params = IntStream.range(0, 100_000)
                .mapToObj(i -> new Param("/p/" + i, "[" + i + ",\"é\"]", i, "writer", i))
                .toList();

        Snapshot snapshot = SnapshotJson.read(INFO, new StringReader(SnapshotJson.write(params)));

        assertThat(snapshot.params()).isEqualTo(params);
    }

    @Test
    void aReaderThatFailsIsNotTakenForDamage() {
        assertThatIOException()
                .isThrownBy(() -> SnapshotJson.read(INFO, new FilterReader(new StringReader("[")) {
                    @Override
                    public int read(char[] buffer, int offset, int length) throws IOException {
                        throw new IOException("disk");
                    }
                }))
                .withMessage("disk");
    }

    private static Snapshot read(String json) {
        return SnapshotJson.read(INFO, json);
    }

    private static String refusal(String value) {
        Param param = new Param("/v", value, 1, "", 0);
        String refusal = read(SnapshotJson.write(List.of(param))).claspRefusal();
        assertThat(SnapshotJson.claspRefusal(param).orElse(null)).isEqualTo(refusal);
        return refusal;
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    @Test
    void halvesOfSurrogatePairsAreWrittenAsEscapes() {
        assertThat(SnapshotJson.write(List.of(new Param("/\ud800𝄞\udc00", "1", 1, "\udfff", 1))))
                .isEqualTo("[{\"address\":\"/\\ud800𝄞\\udc00\",\"value\":1,\"revision\":1,"
                        + "\"writer\":\"\\udfff\",\"timestamp\":1}]");
    }
}
