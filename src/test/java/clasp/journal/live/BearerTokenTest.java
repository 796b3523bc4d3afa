package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A token is in no text that could end up in a log or a message.
class BearerTokenTest {
    private static final String SECRET = "s3cr3t-of-the-house";

    @Test
    void itIsNeverPrinted() {
        BearerToken token = BearerToken.of(SECRET);
        assertThat(token.toString()).isEqualTo("a token");
        assertThat("connecting with " + token).doesNotContain(SECRET);
    }

    @Test
    void whatHoldsItDoesNotPrintItEither() {
        var order = new RecordingOrder(
                RouterAddress.of("ws://127.0.0.1:7330"),
                BearerToken.of(SECRET),
                List.of(),
                Set.of(),
                false,
                RecordingOrder.UNLIMITED);
        assertThat(order.toString()).doesNotContain(SECRET);
    }

    @Test
    void oneThatCannotBeSentIsRefusedWithoutBeingRepeated() {
        assertThatThrownBy(() -> BearerToken.of(SECRET + "\nX-Other: 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Copy it once more")
                .message()
                .doesNotContain(SECRET);
    }
}
