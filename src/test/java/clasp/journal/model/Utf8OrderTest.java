package clasp.journal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class Utf8OrderTest {
    @Test
    void textsAreOrderedAsTheirUtf8Bytes() {
        List<String> texts = List.of(
                "", "/", "/a", "/a/", "/ab", "/b", "z", "\u007f", "é", "\ud7ff", "\ue000", "\uffff", "🎛", "🎛a", "a🎛",
                "a\uffee", "𐀀");

        assertThat(texts.stream().sorted(Utf8Order.INSTANCE))
                .containsExactlyElementsOf(texts.stream()
                        .sorted((a, b) -> Arrays.compareUnsigned(
                                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)))
                        .toList());
    }
}
