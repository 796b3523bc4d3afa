package clasp.journal.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobSuffixTest {
    private static final int PATTERNS = 300_000;

    @ParameterizedTest(name = "{0} ends with {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "**/nothing | nothing",
                "/a/*/x     | x",
                "/a/*x?yz   | yz",
                "/a/**/*    | -",
                "/a/**b/c   | b/c",
                "/a/*}/c    | -",
                "/{a,b}/*/c | -",
                "/a/[*]c    | -",
                "/*\\c      | -",
            })
    void whatFollowsTheLastWildcardEndsTheAddress(String pattern, String suffix) {
        byte[] glob = pattern.getBytes(UTF_8);

        assertThat(new String(GlobSuffix.of(glob, 0), UTF_8)).isEqualTo(suffix == null ? "" : suffix);
    }

    /// With the steps of the matcher alone, and with the look at the end before them.
    @Test
    void itChangesNoAnswer() {
        Random random = new Random(1);
        for (int i = 0; i < PATTERNS; i++) {
            String pattern = text(random, "ab/*?*/**!", 8);
            String address = text(random, "ab/", 8);
            byte[] glob = pattern.getBytes(UTF_8);
            byte[] utf8 = address.getBytes(UTF_8);
            int start = 0;
            while (start < glob.length && glob[start] == '!') {
                start++;
            }
            GlobResult.Ending ending = new GlobMatch(glob, utf8, 0, utf8.length, new GlobSteps()).run(start, 0);
            boolean expected = switch (ending) {
                case MATCHED -> start % 2 == 0;
                case REFUSED -> false;
                case DENIED, CLOSED, FAILED -> start % 2 == 1;
            };

            assertThat(AddressPattern.of(pattern).matches(address))
                    .as("%s on %s", pattern, address)
                    .isEqualTo(expected);
        }
    }

    private static String text(Random random, String characters, int longest) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(longest + 1); length > 0; length--) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }
}
