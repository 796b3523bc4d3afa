package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterAddressTest {
    @ParameterizedTest
    @CsvSource({
        "desk, ws://desk:7330",
        "desk:80, ws://desk:80",
        " ws://127.0.0.1:1/ , ws://127.0.0.1:1/",
        "wss://relay.example/clasp, wss://relay.example/clasp",
        "WS://[::1]:9, ws://[::1]:9",
    })
    void whatIsMeantIsUnderstood(String typed, String meant) {
        assertThat(RouterAddress.of(typed)).hasToString(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:7350, is where a relay’s journal can be read",
        "ftp://x, speaks ws or wss",
        "a b, is not an address",
        "ws://, is not an address",
        "ws://user:pw@host, A token has a field of its own",
        "ws://host?token=1, A token has a field of its own",
    })
    void whatCannotBeMeantIsSaid(String typed, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RouterAddress.of(typed))
                .withMessageContaining(sentence);
    }

    @Test
    void whoeverIsOnTheWayCanReadAlongOnlyBetweenMachinesAndWithoutTls() {
        assertThat(RouterAddress.of("ws://desk:7330").isOpen()).isTrue();
        assertThat(RouterAddress.of("ws://127.0.0.1:7330").isOpen()).isFalse();
        assertThat(RouterAddress.of("wss://desk:7330").isOpen()).isFalse();
    }
}
