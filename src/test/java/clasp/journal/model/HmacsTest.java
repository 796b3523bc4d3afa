package clasp.journal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HmacsTest {
    private static final String KEY = "000102030405060708090a0b0c0d0e0f101112131415161718191A1B1C1D1E1F";

    private final Hmacs hmacs = Hmacs.withKey(KEY);

    /// Computed with Python's hmac and struct modules.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "/midi/cc/0|77|1708500000000000|481985f1ce0af9509d4819b78ec670619019fa7e9f0e7a1646c13eb03b9c20bd",
                "/midi/cc/07|7|1708500000000000|481985f1ce0af9509d4819b78ec670619019fa7e9f0e7a1646c13eb03b9c20bd",
                "/größe/日本/🎛|\"x\"|-1|711afd78596c86e44799919c0dcaafb3740d253dd58618b8ff9eab9bdd6f68e0",
                "''|''|0|9f0cd9b94097fe4929918d2b8942b34439574261a35dc50163f06c67d4e48899"
            })
    void theHmacCoversAddressValueAndTimestamp(String address, String value, long timestamp, String expected) {
        assertThat(hmacs.of(address, value, timestamp)).isEqualTo(expected);
    }

    @Test
    void anEntryIsVerifiedByItsOwnHmacOnly() {
        Entry entry = new Entry(1, 2, "a", "/x", "param", "1.0", 1L, 33);
        String hmac = hmacs.of(entry);

        assertThat(hmacs.verify(entry, hmac)).isTrue();
        assertThat(hmacs.verify(entry, "")).isFalse();
        assertThat(hmacs.verify(entry, hmac.substring(1))).isFalse();
        assertThat(hmacs.verify(new Entry(1, 3, "a", "/x", "param", "1.0", 1L, 33), hmac))
                .isFalse();
        assertThat(hmacs.verify(new Entry(1, 2, "a", "/x", "param", "1", 1L, 33), hmac))
                .isFalse();
        assertThat(hmacs.verify(new Entry(9, 2, "b", "/x", "event", "1.0", null, 32), hmac))
                .isTrue();
        assertThat(Hmacs.withKey("00".repeat(32)).verify(entry, hmac)).isFalse();
    }

    @Test
    void manyThreadsShareOneKey() {
        assertThat(IntStream.range(0, 20_000)
                        .parallel()
                        .mapToObj(i -> hmacs.of("/midi/cc/0", "77", 1_708_500_000_000_000L))
                        .distinct())
                .containsExactly("481985f1ce0af9509d4819b78ec670619019fa7e9f0e7a1646c13eb03b9c20bd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "abc", "0a", "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1"})
    void ofAKeyOfAnotherLengthThatIsSaid(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hmacs.withKey(key))
                .withMessage(
                        "The HMAC key must have 64 hexadecimal digits (32 bytes), but it has " + key.length() + ".");
        assertThat(HexFormat.of().parseHex(KEY)).hasSize(32);
    }

    @ParameterizedTest
    @CsvSource({"zz, U+007A", "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1g, U+0067", "0１, U+FF11"})
    void ofAKeyThatIsNotInHexTheOtherCharacterIsSaid(String key, String character) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hmacs.withKey(key))
                .withMessageContaining("hexadecimal digits only")
                .withMessageContaining("(" + character + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00 01", "00\t01", "00\u00a001"})
    void aBlankIsCalledABlank(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hmacs.withKey(key))
                .withMessageEndingWith("This one has a blank in it.");
    }
}
