package clasp.journal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OwnLanguageTest {
    private static final Locale BEFORE = Locale.getDefault();

    @AfterAll
    static void theLanguageIsAsBefore() {
        assertThat(Locale.getDefault()).isEqualTo(BEFORE);
    }

    @Test
    @OwnLanguage("ja-JP")
    void aTestSpeaksTheLanguageThatIsGiven() {
        assertThat(Locale.getDefault()).isEqualTo(Locale.JAPAN);
    }

    @Test
    @OwnLanguage
    void aTestSpeaksTheLanguageThatItSets() {
        assertThat(Locale.getDefault()).isEqualTo(BEFORE);
        Locale.setDefault(Locale.ITALY);
        assertThat(Locale.getDefault()).isEqualTo(Locale.ITALY);
    }

    @Nested
    @OwnLanguage("ja-JP")
    class OfAClass {
        private Locale atFirst = Locale.ROOT;

        @BeforeEach
        void lookBefore() {
            atFirst = Locale.getDefault();
        }

        @Test
        void everyTestSpeaksItFromItsPreparationOn() {
            assertThat(atFirst).isEqualTo(Locale.JAPAN);
            assertThat(Locale.getDefault()).isEqualTo(Locale.JAPAN);
        }

        @Test
        @OwnLanguage("it-IT")
        void aTestThatHasOneOfItsOwnSpeaksThat() {
            assertThat(Locale.getDefault()).isEqualTo(Locale.ITALY);
        }
    }
}
