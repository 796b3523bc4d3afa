package clasp.journal.model;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.Fuzz;
import clasp.journal.testing.TextMutator;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Any text in the place of a value, a snapshot or a relay's answer is read as far as it goes, or refused with a place
/// in it.
class JsonFuzzTest {
    private static final long USUALLY = 8_000;

    private static final List<String> PIECES = List.of(
            "[",
            "]",
            "{",
            "}",
            ":",
            ",",
            "\"",
            "\\",
            "\\u",
            "\\ud800",
            "null",
            "true",
            "NaN",
            "-",
            "-0",
            "1e999",
            "1e-9",
            "99999999999999999999",
            "0x1",
            "'",
            "/*",
            " ",
            "\n",
            "\0",
            "\ud83d",
            "ü",
            "{\"a\":",
            "[[",
            "\"address\":");
    private static final String ENTRY =
            "{\"seq\":7,\"timestamp\":1708500000000000,\"author\":\"a\",\"address\":\"/a/b\","
                    + "\"signal_type\":\"param\",\"value\":[1,2.50,\"ü\",{\"x\":null}],\"revision\":3,\"msg_type\":33}";
    private static final String PARAM =
            "{\"address\":\"/a\",\"value\":{\"x\":[1,-2.5e3]},\"revision\":18446744073709551615,\"writer\":\"w\","
                    + "\"timestamp\":1708500000000000}";

    private static TextMutator mutator(String... seeds) {
        return new TextMutator(List.of(seeds), PIECES, new SplittableRandom(Fuzz.seed()));
    }

    @Test
    void anySnapshotIsReadAsFarAsItGoes() {
        TextMutator texts = mutator("[" + PARAM + "," + PARAM + "]", "[]", "{\"params\":[" + PARAM + "]}");
        long[] whole = {0};
        long rounds = Fuzz.rounds(USUALLY, () -> {
            String text = texts.next();
            Snapshot snapshot = SnapshotJson.read(new SnapshotInfo(1, 1, 1, text.length()), text);
            assertThat(snapshot.problem().orElse("A sentence.")).as(text).matches("(?s).+[.!”]");
            whole[0] += snapshot.problem().isEmpty() ? 1 : 0;
        });
        assertThat(whole[0]).as("hardly touched, or hardly readable").isBetween(rounds / 100, rounds * 99 / 100);
    }

    @Test
    void anyAnswerOfARelayIsAListOfEntriesOrRefused() {
        TextMutator texts = mutator("[" + ENTRY + "]", "[" + ENTRY + "," + ENTRY + "]", "[]");
        Fuzz.rounds(USUALLY, () -> {
            String text = texts.next();
            try {
                for (Entry entry : EntryJson.readList(new StringReader(text))) {
                    assertThat(EntryJson.read(EntryJson.write(entry)).address()).isEqualTo(entry.address());
                }
            } catch (ValueSyntaxException e) {
                refused(text, e);
            }
        });
    }

    @Test
    void anyValueIsReadOrRefusedAndAllReadersAgree() {
        TextMutator texts = mutator("{\"x\":[1,-2.50e3,\"ü\\n\",null,true]}", "\"text\"", "[[[]]]", "-1.5");
        Fuzz.rounds(USUALLY, () -> {
            // As a file or a frame would have it: half a surrogate pair can be in neither.
            String text = new String(texts.next().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            boolean json = ValueSyntax.problem(text).isEmpty();
            ClaspReading.ofValue(text);
            ClaspValue.read(text);
            try {
                Value value = Value.parse(text);
                assertThat(json).as(text).isTrue();
                assertThat(Value.parse(value.json())).as(text).isEqualTo(value);
            } catch (ValueSyntaxException e) {
                refused(text, e);
                assertThat(json && !e.getMessage().contains("deep")).as(text).isFalse();
            }
        });
    }

    private static void refused(String text, ValueSyntaxException e) {
        assertThat(e.position()).as(text).isBetween(0, text.length());
        assertThat(e).as(text).hasMessageMatching("(?s).+[.!”]");
    }
}
