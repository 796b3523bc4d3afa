package clasp.journal.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.recovery.ScriptedJournal;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Damage;
import clasp.journal.store.DamagedException;
import clasp.journal.store.ForwardingReader;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.testing.ManualExecutor;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.Tasks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What comes of asking for what is left of a file of which no damage is known.
class DamageLookTest {
    private final ScriptedJournal journal = new ScriptedJournal().set(1, "/a", "1", 1L);
    private final ManualExecutor background = new ManualExecutor();
    private final List<String> done = new ArrayList<>();
    private final Notices notices = new Notices();
    private @Nullable JournalException found;
    private Damage damage = Damage.NONE;
    private final JournalReader reader = new ForwardingReader() {
        @Override
        protected JournalReader target() {
            return journal;
        }

        @Override
        public Damage damage() {
            return damage;
        }

        @Override
        public void lookThrough(Cancellation cancellation) {
            done.add("looked through");
            if (found != null) {
                damage = found instanceof DamagedException ? Damage.MET : damage;
                throw found;
            }
        }
    };
    private final DamageLook look = new DamageLook(
            new Browsing(reader, journal.info(), journal.state()),
            new Tasks(background, Runnable::run, (what, error) -> {
                throw new AssertionError(what, error);
            }),
            (delay, action) -> () -> {},
            notices,
            () -> done.add("shown"));

    @Test
    void whereDamageIsKnownNothingIsLookedFor() {
        damage = Damage.MET;
        look.showLeft();
        assertThat(done).containsExactly("shown");
    }

    @Test
    void damageThatIsFoundLeadsToWhatIsLeft() {
        found = new DamagedException("A page is damaged.", null);
        look.showLeft();
        background.runNext();
        assertThat(done).containsExactly("looked through", "shown");
        assertThat(said()).isEmpty();
    }

    @Test
    void whereNoneIsFoundThatIsSaid() {
        look.showLeft();
        background.runNext();
        assertThat(done).containsExactly("looked through");
        assertThat(said()).singleElement().asString().startsWith("No damage was found in");
    }

    @Test
    void whatElseGoesWrongIsSaid() {
        found = new JournalException("The file has gone.");
        look.showLeft();
        background.runNext();
        assertThat(done).containsExactly("looked through");
        assertThat(said()).containsExactly("The file has gone.");
    }

    private List<String> said() {
        return notices.all().stream().map(Notice::sentence).toList();
    }
}
