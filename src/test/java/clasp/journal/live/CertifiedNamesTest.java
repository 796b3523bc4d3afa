package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CertifiedNamesTest {
    private static final int MAIL = 1;
    private static final int DNS = 2;
    private static final int IP = 7;

    @Test
    void namesAndAddressesOfHostsAreThoseByWhichOneCanConnect() {
        assertThat(CertifiedNames.hosts(List.of(
                        List.of(DNS, "relay.example"),
                        List.of(MAIL, "someone@example.org"),
                        List.of(DNS, "*.stage.example"),
                        List.of(IP, "192.0.2.7"),
                        List.of(IP, "2001:db8:0:0:0:0:0:7"))))
                .containsExactly("relay.example", "*.stage.example", "192.0.2.7", "2001:db8:0:0:0:0:0:7");
    }

    @Test
    void whatIsNoNameOfAHostIsNotRepeated() {
        assertThat(CertifiedNames.hosts(List.of(
                        List.of(DNS, "\u001b[2Jcleared"),
                        List.of(DNS, "two\nlines"),
                        List.of(DNS, ""),
                        List.of(DNS, "a".repeat(254)))))
                .isEmpty();
    }
}
