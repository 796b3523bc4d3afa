package clasp.journal.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.recovery.ScriptedJournal;
import clasp.journal.store.Damage;
import clasp.journal.store.ForwardingReader;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.testing.ManualExecutor;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How long it waits between its questions, in a time that does not pass.
class StatePollerTest {
    private static final Duration OFTEN = Duration.ofMillis(250);
    private static final Duration SELDOM = Duration.ofSeconds(1);
    /// So many questions are asked in a minute.
    private static final int MINUTE = 240;

    private final ScriptedJournal journal = new ScriptedJournal().set(1, "/a", "1", 1L);
    private final ManualExecutor background = new ManualExecutor();
    private final List<Duration> pauses = new ArrayList<>();
    private @Nullable String failure;
    private Runnable meanwhile = () -> {};
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
        public JournalState state() {
            if (failure != null) {
                throw new JournalException(failure);
            }
            return super.state();
        }
    };
    private final Notices notices = new Notices();
    private final Browsing browsing = new Browsing(reader, journal.info(), journal.state());
    private final StatePoller poller = new StatePoller(
            browsing,
            new Tasks(background, Runnable::run, (what, error) -> {
                throw new AssertionError(what, error);
            }),
            notices,
            new Reopening(() -> {}, null),
            (pause, cancellation) -> {
                pauses.add(pause);
                meanwhile.run();
            });

    /// A program that is left open takes no processor that somebody else wants.
    @Test
    void aJournalThatHasBeenQuietForAMinuteIsAskedOnceASecondUntilItChanges() {
        known();
        meanwhile = () -> {
            if (pauses.size() == MINUTE + 10) {
                journal.set(2, "/a", "2", 2L);
            }
        };
        background.runNext();
        assertThat(pauses).startsWith(often(MINUTE)).endsWith(SELDOM).hasSize(MINUTE + 10);
        assertThat(pauses.subList(MINUTE, MINUTE + 10)).containsOnly(SELDOM);
        pauses.clear();
        meanwhile = () -> journal.set(3 + pauses.size(), "/a", "3", 3L);
        background.runNext();
        assertThat(pauses).containsExactly(OFTEN);
    }

    @Test
    void aFileThatIsGoneForAMinuteIsAskedForOnceASecondUntilItIsThereAgain() {
        known();
        failure = "There is no file a.db.";
        for (int i = 0; i < MINUTE + 10; i++) {
            background.runNext();
        }
        assertThat(pauses).startsWith(often(MINUTE));
        assertThat(pauses.subList(MINUTE, MINUTE + 10)).containsOnly(SELDOM);
        assertThat(notices.all()).hasSize(1);
        failure = null;
        background.runNext();
        assertThat(notices.all()).isEmpty();
        pauses.clear();
        meanwhile = () -> journal.set(2, "/a", "2", 2L);
        background.runNext();
        assertThat(pauses).containsExactly(OFTEN);
    }

    /// Something goes on there.
    @Test
    void anotherFailureIsAskedAboutOftenAgain() {
        known();
        failure = "There is no file a.db.";
        for (int i = 0; i < MINUTE + 10; i++) {
            background.runNext();
        }
        failure = "The file a.db is locked.";
        background.runNext();
        pauses.clear();
        background.runNext();
        assertThat(pauses).containsExactly(OFTEN);
    }

    /// Numbers that an index told may be wrong from then on.
    @Test
    void asSoonAsDamageIsMetThePartsAreToldOnce() {
        List<Damage> told = new ArrayList<>();
        browsing.onDamageMet(() -> told.add(reader.damage()));
        known();
        assertThat(told).isEmpty();
        damage = Damage.MET;
        background.runNext();
        assertThat(told).containsExactly(Damage.MET);
        meanwhile = () -> journal.set(2 + pauses.size(), "/a", "2", 2L);
        background.runNext();
        assertThat(told).hasSize(1);
    }

    private void known() {
        poller.start();
        background.runNext();
        pauses.clear();
    }

    private static Duration[] often(int times) {
        return Collections.nCopies(times, OFTEN).toArray(Duration[]::new);
    }
}
