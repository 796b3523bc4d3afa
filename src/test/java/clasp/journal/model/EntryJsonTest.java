package clasp.journal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clasp.journal.testing.JournalRows;
import clasp.journal.testing.SharedJournals;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryJsonTest {
    @Test
    void anEntryIsOneLineWithClaspsFieldNames() {
        Entry entry = new Entry(7, -1, "a\"b,c\n🚀", "/größe", "param", "{\"x\":1.0}", Long.MIN_VALUE, 33);

        assertThat(EntryJson.write(entry))
                .isEqualTo(
                        "{\"seq\":7,\"timestamp\":18446744073709551615,\"author\":\"a\\\"b,c\\n"
                            + "🚀\",\"address\":\"/größe\","
                            + "\"signal_type\":\"param\",\"value\":{\"x\":1.0},\"revision\":9223372036854775808,\"msg_type\":33}");
    }

    @Test
    void anEntryWithoutRevisionHasNull() {
        assertThat(EntryJson.write(new Entry(1, 0, "", "", "event", "null", null, -1)))
                .endsWith("\"value\":null,\"revision\":null,\"msg_type\":-1}");
    }

    @Test
    void aStoredTextThatIsNotJsonGoesIntoAFieldOfItsOwn() {
        assertThat(EntryJson.write(withValue("{\"broken\n")))
                .contains("\"value_text\":\"{\\\"broken\\n\"")
                .doesNotContain("\"value\"");
    }

    @Test
    void lineBreaksInAValueDoNotBreakTheLine() {
        String line = EntryJson.write(withValue("[1,\r\n2]"));

        assertThat(line).doesNotContain("\n", "\r").contains("\"value\":[1,  2],\"value_text\":\"[1,\\r\\n2]\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e+300",
                " [1 , 2] ",
                "",
                "01",
                "\"\\ud800\"",
                "\u0000\u001f",
                "[1,\n2]",
                "-0",
                "{\"a\":1,\"a\":2}"
            })
    void everyValueComesBackBitByBit(String value) {
        Entry entry = withValue(value);

        assertThat(EntryJson.read(EntryJson.write(entry))).isEqualTo(entry);
    }

    @Test
    void everyEntryThatClaspWroteComesBackBitByBit(@TempDir Path folder) {
        assertThat(JournalRows.entries(SharedJournals.copy("edge.db", folder)))
                .hasSize(98)
                .allSatisfy(entry ->
                        assertThat(EntryJson.read(EntryJson.write(entry))).isEqualTo(entry));
    }

    @Test
    void fieldsInAnyOrderAndUnknownFieldsAreRead() {
        assertThat(EntryJson.read(
                        "{\"msg_type\":32, \"x\":[1], \"value\": 1.0 ,\"address\":\"/\\u0061\",\"author\":\"\","
                                + "\"signal_type\":\"event\",\"timestamp\":5,\"seq\":9}"))
                .isEqualTo(new Entry(9, 5, "", "/a", "event", "1.0", null, 32));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"seq\":1",
                "{\"seq\":\"1\"}",
                "{\"seq\":1,\"timestamp\":-1}",
                "{\"seq\":1,\"timestamp\":1,\"author\":5}"
            })
    void anythingElseIsRefused(String line) {
        assertThatExceptionOfType(ValueSyntaxException.class).isThrownBy(() -> EntryJson.read(line));
    }

    private static Entry withValue(String value) {
        return new Entry(3, 5, "a", "/x", "param", value, 1L, 33);
    }
}
