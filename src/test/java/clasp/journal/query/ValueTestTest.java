package clasp.journal.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTestTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"A\"|\"A\"|true",
                "\"A\"|\"\\u0041\"|true",
                "\"\\u0041\"|  \"A\"  |true",
                "\"a\\/b\"|\"a/b\"|true",
                "\"A\"|\"a\"|false",
                "\"A\"|A|false",
                "\"A\"|\"A|false",
                "\"A\"|[\"A\"]|false",
                "true| true |true",
                "true|True|false",
                "null|null|true",
                "null|\"null\"|false",
                "\"\"|\"\"|true",
                "\"\\n\"|\"\\u000a\"|true"
            })
    void sameComparesTheContentOfStrings(String json, String stored, boolean same) {
        assertThat(new ValueTest.Same(true, json).matches(stored)).isEqualTo(same);
        assertThat(new ValueTest.Same(false, json).matches(stored)).isEqualTo(!same);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "cue|{\"cue\":1}|true",
                "CUE|\"the cue\"|true",
                "A|\"\\u0041\"|true",
                "u0041|\"\\u0041\"|true",
                "A|[\"\\u0041\"]|false",
                "a/b|\"a\\/b\"|true",
                "x|not json: X|true",
                "x|\"\\q|false"
            })
    void containsLooksIntoTheTextAndIntoTheString(String sought, String stored, boolean found) {
        assertThat(new ValueTest.Contains(new TextSearch(sought)).matches(stored))
                .isEqualTo(found);
    }

    @Test
    void readsStringsAsAJsonParserDoes() throws JsonProcessingException {
        Random random = new Random(5);
        for (int round = 0; round < 50_000; round++) {
            String json = "\"" + text(random) + "\"";
            boolean string = isString(json);
            assertThat(StoredText.isString(json)).as(json).isEqualTo(string);
            if (string) {
                assertThat(StoredText.content(json)).as(json).isEqualTo(JSON.readValue(json, String.class));
            }
        }
    }

    @Test
    void quotedTextReadsBack() {
        for (String content : new String[] {"", "a", "\"", "\\", "\u0000\u001f", "é🎛\uD83C", "a\nb\tc/"}) {
            assertThat(StoredText.isString(StoredText.quote(content))).isTrue();
            assertThat(StoredText.content(StoredText.quote(content))).isEqualTo(content);
        }
    }

    private static boolean isString(String json) {
        try {
            return JSON.reader()
                    .with(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(json)
                    .isTextual();
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }

    private static String text(Random random) {
        String[] parts = {"a", "\\n", "\\u00e9", "\\u12", "\\", "\"", "\\\"", "\n", "é", "\\/", "\\x", "4", "\\ud83c"};
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(5); length > 0; length--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }
}
