package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelayAddressTest {
    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:7350, http://127.0.0.1:7350/api/journal/latest",
        "127.0.0.1:7350, http://127.0.0.1:7350/api/journal/latest",
        "' https://show.example/ ', https://show.example/api/journal/latest",
        "https://show.example/relay/api/journal, https://show.example/relay/api/journal/latest",
        "http://[::1]:7350, http://[::1]:7350/api/journal/latest"
    })
    void leadsToTheJournalApi(String text, String uri) {
        assertThat(RelayAddress.of(text).uri("/latest")).hasToString(uri);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ws://127.0.0.1:7330 | served over http or https",
                "ftp://x | not over “ftp”",
                "http:// | is not an address",
                "two words | is not an address",
                "http://user:secret@host | field of its own",
                "http://host/?token=x | field of its own",
                "'' | is not an address"
            })
    void saysWhatIsWrongWithAnyOther(String text, String part) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RelayAddress.of(text))
                .withMessageContaining(part);
    }

    @Test
    void knowsWhetherOthersCanReadAlong() {
        assertThat(RelayAddress.of("http://10.0.0.7:7350").isOpen()).isTrue();
        assertThat(RelayAddress.of("http://127.0.0.1:7350").isOpen()).isFalse();
        assertThat(RelayAddress.of("http://[::1]:7350").isOpen()).isFalse();
        assertThat(RelayAddress.of("https://10.0.0.7").isOpen()).isFalse();
    }

    @Test
    void aTokenIsNeverPrinted() {
        assertThat(BearerToken.of(" s3cret ")).hasToString("a token");
        assertThat(BearerToken.of(" s3cret ").authorization()).contains("Bearer s3cret");
        assertThat(BearerToken.of(" ").isPresent()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BearerToken.of("s3cret\nX-Other: 1"))
                .withMessageNotContaining("s3cret");
    }
}
