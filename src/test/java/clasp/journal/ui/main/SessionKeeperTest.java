package clasp.journal.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.Settings;
import clasp.journal.testing.ManualLater;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionKeeperTest {
    private static final Duration MOMENT = Duration.ofMillis(300);

    private final Settings settings = Settings.inMemory();
    private final ManualLater later = new ManualLater();
    private Session present = open("a.db");
    private final SessionKeeper keeper = new SessionKeeper(settings, later, () -> present);

    private static Session open(String file) {
        return new Session(List.of(new Session.Open(file, null, null)), 0, false);
    }

    private Session remembered() {
        return new SessionKeeper(settings, later, () -> present).before();
    }

    @Test
    void whatIsOpenIsRememberedWhenItHasBeenQuiet() {
        keeper.changed();
        later.advance(MOMENT);
        assertThat(remembered()).isEqualTo(Session.NONE);
        later.advance(Duration.ofSeconds(1));
        assertThat(remembered()).isEqualTo(present);
    }

    @Test
    void whatChangesAllTheTimeIsRememberedAllTheSame() {
        for (int i = 0; i < 40; i++) {
            present = open("journal-" + i + ".db");
            keeper.changed();
            later.advance(MOMENT);
        }
        assertThat(remembered().names()).startsWith("journal-3");
    }

    @Test
    void thatTheTabsCloseAtTheEndChangesNothing() {
        keeper.end();
        present = Session.NONE;
        keeper.changed();
        later.advance(Duration.ofMinutes(1));
        assertThat(remembered()).isEqualTo(open("a.db").whole());
    }
}
