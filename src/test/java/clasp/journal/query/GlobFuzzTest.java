package clasp.journal.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.Fuzz;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Any text is a pattern that answers about any address, in a bounded number of steps.
class GlobFuzzTest {
    private static final long USUALLY = 100_000;
    private static final String[] PIECES = {
        "a", "b", "ab", "/", "/", "*", "*", "**", "/**/", "?", "[", "]", "[!", "[^", "a-b", "-", "{", "}", ",", "{a,b}",
        "{*,", "!", "\\", "é", "🎛", "\uD83C", "\0", "(", ".*", " "
    };
    private static final String[] ADDRESS = {
        "a", "b", "ab", "/", "/", "aaaa", "-", "]", "é", "🎛", "{", ",", "!", "\\", ""
    };

    private final Random random = new Random(Fuzz.seed());

    private String text(String[] pieces, int longest) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(longest + 1); length > 0; length--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    @Test
    void anyTextIsAPatternThatAnswers() {
        long[] matched = {0};
        long rounds = Fuzz.rounds(USUALLY, () -> matched[0] += answers(text(PIECES, 12), text(ADDRESS, 12)) ? 1 : 0);
        assertThat(matched[0]).as("all or none matched").isBetween(rounds / 200, rounds * 199 / 200);
    }

    /// The shortcuts before the matcher, by the beginning and the end of the pattern, change no answer.
    private boolean answers(String text, String address) {
        AddressPattern pattern = AddressPattern.of(text);
        byte[] utf8 = address.getBytes(UTF_8);
        boolean matches = pattern.matches(address);
        assertThat(pattern.matches(utf8, 0, utf8.length))
                .as("%s on %s", text, address)
                .isEqualTo(matches);
        assertThat(withoutShortcuts(text, utf8)).as("%s on %s", text, address).isEqualTo(matches);
        assertThat(pattern.problem().orElse("A sentence.")).as(text).matches("(?s).+[.]");
        if (matches) {
            assertThat(address).as("matched by %s", text).startsWith(pattern.literalPrefix());
        }
        if (pattern.matchesEverything()) {
            assertThat(matches).as("%s on %s", text, address).isTrue();
        }
        if (pattern.isLiteral() && pattern.problem().isEmpty()) {
            assertThat(matches).as("%s on %s", text, address).isEqualTo(address.equals(pattern.literalPrefix()));
        }
        return matches;
    }

    private static boolean withoutShortcuts(String text, byte[] utf8) {
        byte[] glob = text.getBytes(UTF_8);
        int start = 0;
        while (start < glob.length && glob[start] == '!') {
            start++;
        }
        return switch (new GlobMatch(glob, utf8, 0, utf8.length, new GlobSteps()).run(start, 0)) {
            case MATCHED -> start % 2 == 0;
            case REFUSED -> false;
            case DENIED, CLOSED, FAILED -> start % 2 == 1;
        };
    }

    /// The steps grow with the pattern and the address, not with the number of ways in which they could fit.
    @Test
    void noPatternRunsForAges() {
        assertThat(Fuzz.rounds(300, () -> {
                    String text = text(PIECES, 8).repeat(1 + random.nextInt(12));
                    byte[] address =
                            text(ADDRESS, 5).repeat(1 + random.nextInt(60)).getBytes(UTF_8);
                    GlobSteps steps = new GlobSteps();
                    AddressPattern.of(text).matches(address, 0, address.length, steps);
                    long length = text.getBytes(UTF_8).length + 1L;
                    assertThat(steps.count)
                            .as("%s on %s", text, new String(address, UTF_8))
                            .isLessThan(20 * length * length * (address.length + 1));
                }))
                .isPositive();
    }
}
