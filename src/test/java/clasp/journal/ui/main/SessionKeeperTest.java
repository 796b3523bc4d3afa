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
    private OpenTabs present = open("a.db");
    private final SessionKeeper keeper = new SessionKeeper(settings, later);

    SessionKeeperTest() {
        keeper.join(() -> present);
    }

    private static OpenTabs open(String file) {
        return new OpenTabs(List.of(new OpenTabs.Open(file, null, null)), 0, null);
    }

    private Session remembered() {
        return new SessionKeeper(settings, later).before();
    }

    @Test
    void whatIsOpenIsRememberedWhenItHasBeenQuiet() {
        keeper.changed();
        later.advance(MOMENT);
        assertThat(remembered()).isEqualTo(Session.NONE);
        later.advance(Duration.ofSeconds(1));
        assertThat(remembered()).isEqualTo(new Session(List.of(present), false));
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
        present = OpenTabs.NONE;
        keeper.changed();
        later.advance(Duration.ofMinutes(1));
        assertThat(remembered()).isEqualTo(new Session(List.of(open("a.db")), true));
    }

    @Test
    void everyWindowIsRemembered() {
        keeper.join(() -> open("b.db"));
        keeper.end();
        assertThat(remembered().names()).isEqualTo("a.db, b.db");
    }

    /// So that it is in front again.
    @Test
    void theWindowInFrontIsTheFirstOne() {
        SessionKeeper.Joined second = keeper.join(() -> open("b.db"));
        SessionKeeper.Joined third = keeper.join(() -> open("c.db"));
        third.inFront();
        second.inFront();
        later.advance(Duration.ofSeconds(1));
        assertThat(remembered().names()).isEqualTo("b.db, c.db, a.db");
    }

    @Test
    void aWindowThatWasClosedEarlierDoesNotComeBack() {
        SessionKeeper.Joined second = keeper.join(() -> open("b.db"));
        second.leave();
        later.advance(Duration.ofMinutes(2));
        assertThat(remembered().names()).isEqualTo("a.db");
        keeper.end();
        assertThat(remembered().names()).isEqualTo("a.db");
    }

    @Test
    void windowsThatAreClosedOneRightAfterTheOtherComeBackTogether() {
        SessionKeeper.Joined second = keeper.join(() -> open("b.db"));
        second.leave();
        later.advance(Duration.ofSeconds(20));
        keeper.end();
        assertThat(remembered()).isEqualTo(new Session(List.of(open("a.db"), open("b.db")), true));
    }

    @Test
    void aWindowWithNothingToOpenAgainIsLeftOut() {
        keeper.join(() -> OpenTabs.NONE);
        keeper.end();
        assertThat(remembered().windows()).containsExactly(open("a.db"));
    }
}
