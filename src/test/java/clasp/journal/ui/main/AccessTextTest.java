package clasp.journal.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.JournalAccess;
import clasp.journal.testing.OwnLanguage;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@OwnLanguage("en")
class AccessTextTest {
    @ParameterizedTest
    @EnumSource
    void anEnglishWindowSaysWhatTheCommandLineSays(JournalAccess.Plain access) {
        assertThat(AccessText.of(access)).isEqualTo(access.toString());
    }

    static Stream<JournalAccess> relays() {
        return Stream.of(
                new JournalAccess.Following(true, Duration.ofMillis(7), 0, 0),
                new JournalAccess.Following(false, Duration.ofMillis(199), 999, 12));
    }

    @ParameterizedTest
    @MethodSource("relays")
    void soItDoesOfARelay(JournalAccess access) {
        assertThat(AccessText.of(access)).isEqualTo(access.toString());
    }

    @Test
    @OwnLanguage("de")
    void aGermanWindowSaysItInGerman() {
        assertThat(AccessText.of(JournalAccess.Plain.PRIVATE_COPY)).isEqualTo("private Kopie");
        assertThat(AccessText.of(new JournalAccess.Following(false, Duration.ofMillis(1_234), 20_000, 1_000)))
                .isEqualTo("holt auf · 1.200 ms · 20.000/s · 1.000 verpasst");
    }
}
