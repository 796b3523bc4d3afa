package clasp.journal.query;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.testing.Entries;
import clasp.journal.testing.Fuzz;
import clasp.journal.testing.Limit;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Any text in the query bar is a filter, or is refused with a sentence and a place in it.
class QueryFuzzTest {
    private static final long USUALLY = 30_000;
    private static final String[] PIECES = {
        "a",
        "/a/**",
        "or",
        "and",
        "not",
        "-",
        "(",
        ")",
        "\"",
        "\\",
        " ",
        " ",
        " ",
        "type:",
        "param",
        ",",
        "value",
        ">",
        "=",
        "!=",
        "~",
        "0.5",
        "rev",
        "seq:",
        "1..2",
        "..",
        "from:",
        "to:",
        "+5m",
        "2024-02-21",
        "1708500000000000",
        "addr:",
        "author:",
        "msg:",
        "set",
        "*",
        "!",
        "{",
        "[",
        "é",
        "\uD83C",
        "\u0000",
        "\u00a0",
        "\\u00",
        "e999999999",
        "-10s",
        "T07:20",
        "9".repeat(20)
    };
    private static final List<Entry> ENTRIES = List.of(
            Entries.set("/a", "0.5"),
            Entries.set("", "{\"x\":[1e999999999,-0,\"\\ud83c\"]}"),
            Entries.publish("/" + "a/".repeat(200), "none", "no JSON"),
            Entries.at(-1, "\u0000/é"));

    @Test
    void anyTextIsReadOrRefusedWithAPlaceInIt() {
        Random random = new Random(Fuzz.seed());
        long[] read = {0};
        long rounds = Fuzz.rounds(USUALLY, () -> {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            read[0] += check(text.toString()) ? 1 : 0;
        });
        assertThat(read[0]).as("hardly readable, or hardly wrong").isBetween(rounds / 100, rounds * 99 / 100);
    }

    /// A long text, deeply nested, is done with within a minute, on a busy machine, too.
    @Test
    void noNestingHangsIt() {
        Random random = new Random(Fuzz.seed());
        assertThat(Fuzz.rounds(300, () -> {
                    StringBuilder text = new StringBuilder();
                    while (text.length() < 20_000) {
                        text.append(PIECES[random.nextInt(PIECES.length)].repeat(1 + random.nextInt(400)));
                    }
                    Limit.of(Duration.ofMinutes(1), () -> check(text.toString()));
                }))
                .isPositive();
    }

    /// Whether it is a filter; it can be asked about any entry then.
    private static boolean check(String text) {
        boolean read = false;
        try {
            Query query = Query.parse(text);
            assertThat(query.text()).isEqualTo(text);
            query.time();
            ENTRIES.forEach(query.filter()::matches);
            read = true;
        } catch (QuerySyntaxException malformed) {
            assertThat(malformed.position()).as(text).isBetween(0, text.length());
            assertThat(malformed).hasMessageMatching("(?s).{10,}[.]");
        }
        int done = 0;
        for (Token token : Query.tokens(text)) {
            assertThat(token.start()).as(text).isGreaterThanOrEqualTo(done);
            assertThat(token.end()).as(text).isBetween(token.start(), text.length());
            done = token.end();
        }
        return read;
    }
}
