package clasp.journal.router.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AccessTokenTest {
    @Test
    void onlyTheTokenItselfDoes() {
        AccessToken token = AccessToken.of("geheim!");

        assertThat(token.objection("geheim!")).isEmpty();
        assertThat(token.objection("geheim")).hasValue("Invalid token.");
        assertThat(token.objection("")).hasValue("Authentication required: this router wants a token.");
        assertThat(token.objection(null)).hasValue("Authentication required: this router wants a token.");
    }

    @Test
    void withoutATokenEveryoneMay() {
        assertThat(AccessToken.NONE.objection(null)).isEmpty();
        assertThat(AccessToken.NONE.objection("anything")).isEmpty();
        assertThat(AccessToken.NONE.isRequired()).isFalse();
    }

    @Test
    void anEmptyTokenProtectsNothing() {
        assertThatThrownBy(() -> AccessToken.of(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatNoClientCouldSendIsNoToken() {
        for (String unsendable : new String[] {"ge heim", "geheim ", "gehü", "ge\nheim"}) {
            assertThatThrownBy(() -> AccessToken.of(unsendable))
                    .hasMessageStartingWith("The token holds a blank or a character that clients cannot send.")
                    .hasMessageNotContaining("heim");
        }
    }

    @Test
    void theTokenItselfIsNeverPrinted() {
        assertThat(AccessToken.of("secret")).hasToString("a token");
    }
}
