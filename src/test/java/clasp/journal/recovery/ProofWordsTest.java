package clasp.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Param;
import org.junit.jupiter.api.Test;

class ProofWordsTest {
    @Test
    void aLineSaysWhichParamBecomesWhat() {
        assertThat(ProofWords.line(gone("/a"))).isEqualTo("/a: 1 at revision 2 becomes nothing");
    }

    @Test
    void anEmptyAddressHasAName() {
        assertThat(ProofWords.line(gone(""))).startsWith("(empty address): 1 at");
    }

    private static ParamChange gone(String address) {
        return new ParamChange(ChangeKind.REMOVED, address, new Param(address, "1", 2, "author-1", 5), null);
    }
}
