package clasp.journal.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A text is told by its bytes alone, wherever they stand.
class TextBytesTest {
    @Test
    void theSameBytesAreTheSameTextWhereverTheyStand() {
        Random random = new Random(1);
        for (int length = 0; length < 40; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            for (int before = 0; before < 12; before++) {
                byte[] page = new byte[before + length + 3];
                random.nextBytes(page);
                System.arraycopy(bytes, 0, page, before, length);
                TextBytes there = new TextBytes();
                there.set(page, before, before + length);
                assertThat(there.hash()).isEqualTo(TextBytes.hash(bytes, 0, length));
                assertThat(there.isAt(bytes, 0)).isTrue();
                assertThat(there.length()).isEqualTo(length);
                byte[] copy = new byte[length + 2];
                there.copyTo(copy, 1);
                assertThat(there.isAt(copy, 1)).isTrue();
                assertThat(there).hasToString(new String(bytes, UTF_8));
            }
        }
    }

    @Test
    void hashesOfAlikeTextsDiffer() {
        Set<Integer> hashes = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            hashes.add(TextBytes.of("/lumen/scene/" + i / 100 + "/layer/" + i % 100)
                    .hash());
        }
        assertThat(hashes).hasSizeGreaterThan(99_990);
    }

    @Test
    void asciiIsEveryCharacterBelow128ButNul() {
        for (int length = 0; length < 30; length++) {
            byte[] bytes = "/a~\u0001\u007f".repeat(7).getBytes(UTF_8);
            assertThat(TextBytes.isAscii(bytes, 2, 2 + length)).isTrue();
            for (int at = 0; at < length; at++) {
                for (byte other : new byte[] {0, -1, -128}) {
                    byte before = bytes[2 + at];
                    bytes[2 + at] = other;
                    assertThat(TextBytes.isAscii(bytes, 2, 2 + length)).isFalse();
                    bytes[2 + at] = before;
                }
            }
        }
    }
}
