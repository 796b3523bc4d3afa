package clasp.journal.router;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.router.core.AccessToken;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.OwnLanguage;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/// Why no session can be hosted is said in the language of the process.
@OwnLanguage("de-DE")
class GermanRouterTest {
    @Test
    void aPortInUse() {
        try (Router running = Router.withJournal(new MemoryJournal()).start()) {
            InetSocketAddress taken = running.address();
            RouterSetup setup = Router.withJournal(new MemoryJournal()).listeningOn(taken);
            assertThatThrownBy(setup::start)
                    .isInstanceOf(RouterException.class)
                    .hasMessage("Auf " + taken.getHostString() + ":" + taken.getPort()
                            + " ist kein Hören möglich: Ein anderes Programm"
                            + " benutzt diesen Port. Beenden Sie es, oder wählen Sie einen anderen Port.");
        }
    }

    @Test
    void anOpenDoorAndATokenThatNobodyCanShow() {
        RouterSetup setup = Router.withJournal(new MemoryJournal()).listeningOn(new InetSocketAddress("0.0.0.0", 0));
        assertThatThrownBy(setup::start)
                .isInstanceOf(RouterException.class)
                .hasMessage("Unter 0.0.0.0:0 könnte sich jeder im Netz verbinden: Setzen Sie ein Token, oder hören Sie"
                        + " auf 127.0.0.1.");
        assertThatThrownBy(() -> AccessToken.of("zwei Worte"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Das Token enthält ein Leerzeichen");
    }
}
