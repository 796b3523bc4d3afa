package clasp.journal.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.Settings;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.testing.ManualExecutor;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.Tasks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A token is sent to the address that it belongs to, and to no other.
class ConnectViewModelTest {
    private static final String RELAY = "http://127.0.0.1:7350";
    private static final String OTHER = "http://127.0.0.1:7351";

    private final SavedRelays saved = new SavedRelays(Settings.inMemory());
    private final Map<String, String> kept = new HashMap<>();
    private final ManualExecutor background = new ManualExecutor();
    private final List<String> asked = new ArrayList<>();
    private final Notices notices = new Notices();
    private final Set<String> wrong = new HashSet<>();
    private boolean reachable = true;
    private boolean full;

    private static final class TokenRefused extends JournalException {
        private static final long serialVersionUID = 1L;

        TokenRefused() {
            super("The relay refused the token.");
        }

        @Override
        public boolean wantsToken() {
            return true;
        }
    }

    private ConnectViewModel dialog() {
        ConnectViewModel model = dialogBeforeAnswers();
        background.runAll();
        return model;
    }

    /// One that has not heard of the keyring yet.
    private ConnectViewModel dialogBeforeAnswers() {
        var tasks = new Tasks(background, Runnable::run, (what, error) -> {
            throw new AssertionError(error);
        });
        var model = new ConnectViewModel(
                (url, token, part) -> relay(url, token),
                saved,
                new KeptToken(keyring(), (url, token, part) -> relay(url, token), saved, tasks, notices),
                tasks,
                (relay, choice, token) -> asked.add("open"));
        model.begin();
        return model;
    }

    private RelayAccess.Relay relay(String url, String token) {
        asked.add(url + " " + token);
        return new RelayAccess.Relay() {
            @Override
            public String name() {
                return url;
            }

            @Override
            public String url() {
                return url;
            }

            @Override
            public RelayAccess.Relay withToken(String another) {
                return relay(url, another);
            }

            @Override
            public long test(Cancellation cancellation) {
                if (!reachable) {
                    throw new JournalException("Nobody answers at " + url + ".");
                }
                if (wrong.contains(token)) {
                    throw new TokenRefused();
                }
                return 0;
            }

            @Override
            public JournalReader open(Cancellation cancellation) {
                throw new UnsupportedOperationException(url);
            }
        };
    }

    private Keyring keyring() {
        return new Keyring() {
            @Override
            public boolean isThere() {
                return true;
            }

            @Override
            public Optional<String> find(String url) {
                return Optional.ofNullable(kept.get(url));
            }

            @Override
            public boolean keep(String url, String secret) {
                if (!full) {
                    kept.put(url, secret);
                }
                return !full;
            }

            @Override
            public void forget(String url) {
                kept.remove(url);
            }
        };
    }

    @Test
    void theTokenOfTheLastAddressIsNotSentToAnotherThatIsTyped() {
        saved.connected(RELAY, "secret");
        ConnectViewModel model = dialog();
        assertThat(model.token().get()).isEqualTo("secret");
        model.url().set(OTHER);
        model.connect();
        assertThat(asked).containsExactly(OTHER + " ", "open");
    }

    @Test
    void norIsThatOfTheKeyringOrKeptForTheOther() {
        kept.put(RELAY, "secret");
        saved.connected(RELAY, "");
        ConnectViewModel model = dialog();
        assertThat(model.token().get()).isEqualTo("secret");
        assertThat(model.kept().wanted().get()).isTrue();
        model.url().set(OTHER);
        assertThat(model.kept().wanted().get()).isFalse();
        model.connect();
        background.runAll();
        assertThat(asked).containsExactly(OTHER + " ", "open");
        assertThat(kept).containsExactly(Map.entry(RELAY, "secret"));
    }

    @Test
    void norThatOfAnAddressThatIsCorrected() {
        saved.connected(RELAY, "secret");
        dialog().connect();
        asked.clear();
        ConnectViewModel model = dialog();
        model.beginWith(new RelayChoice(RELAY, RelayPart.ALL));
        assertThat(model.token().get()).isEqualTo("secret");
        model.url().set(OTHER);
        model.test();
        assertThat(asked).containsExactly(OTHER + " ");
    }

    /// Otherwise it would have to be typed again for each mistake in the address.
    @Test
    void aTokenThatWasTypedWithAWrongAddressGoesToTheCorrectedOne() {
        ConnectViewModel before = dialog();
        before.token().set("typed");
        before.connect();
        asked.clear();
        ConnectViewModel model = dialog();
        model.beginWith(new RelayChoice(RELAY, RelayPart.ALL));
        model.url().set(OTHER);
        model.test();
        assertThat(asked).containsExactly(OTHER + " typed");
    }

    @Test
    void aTokenThatWasTypedStaysWhileTheAddressIsTyped() {
        ConnectViewModel model = dialog();
        model.token().set("typed");
        model.url().set(OTHER);
        model.connect();
        assertThat(asked).containsExactly(OTHER + " typed", "open");
    }

    /// A letter that was typed and taken back is no wish to forget anything.
    @Test
    void theKeyringForgetsOnlyWhatTheUserDoesNotWantItToKeep() {
        kept.put(RELAY, "secret");
        saved.connected(RELAY, "");
        ConnectViewModel model = dialog();
        model.url().set(RELAY + "1");
        model.url().set(RELAY);
        model.connect();
        background.runAll();
        assertThat(kept).containsExactly(Map.entry(RELAY, "secret"));

        ConnectViewModel again = dialog();
        again.kept().wanted().set(false);
        again.connect();
        background.runAll();
        assertThat(kept).isEmpty();
    }

    @Test
    void aTypedTokenStaysWithAnAddressThatIsLookedAtAndCorrected() {
        saved.connected("http://other", "another secret");
        ConnectViewModel before = dialog();
        before.choose(RELAY);
        before.token().set("typed");
        before.connect();
        saved.connected("http://other", "another secret");
        ConnectViewModel model = dialog();
        model.beginWith(new RelayChoice(RELAY, RelayPart.ALL));
        model.choose(RELAY);
        model.url().set(OTHER);
        assertThat(model.token().get()).isEqualTo("typed");
    }

    @Test
    void anAddressThatIsChosenAgainHasItsTokenAgain() {
        saved.connected(RELAY, "secret");
        ConnectViewModel model = dialog();
        model.url().set("http://127.0.0.1:735");
        assertThat(model.token().get()).isEmpty();
        model.choose(RELAY);
        assertThat(model.token().get()).isEqualTo("secret");
    }

    @Test
    void whatTheRelayDidNotTakeIsNotFilledInAgain() {
        saved.connected(RELAY, "guess");
        saved.refused(RELAY, "guess");
        assertThat(dialog().token().get()).isEmpty();

        kept.put(RELAY, "guess");
        ConnectViewModel model = dialog();
        assertThat(model.token().get()).isEmpty();
        model.beginWith(new RelayChoice(RELAY, RelayPart.ALL));
        assertThat(model.token().get()).isEmpty();
        model.token().set("right");
        model.connect();
        background.runAll();
        assertThat(kept).containsExactly(Map.entry(RELAY, "right"));
        assertThat(dialog().token().get()).isEqualTo("right");
    }

    @Test
    void thatATokenIsKeptOrForgottenIsSaid() {
        ConnectViewModel model = dialog();
        model.url().set(RELAY);
        model.token().set("secret");
        model.kept().wanted().set(true);
        model.connect();
        background.runAll();
        assertThat(notices.all())
                .extracting(Notice::sentence)
                .containsExactly("The system’s keyring keeps the token for " + RELAY + " now.");

        notices.dismiss(notices.all().getFirst());
        dialog().connect();
        background.runAll();
        assertThat(notices.all()).as("nothing has changed").isEmpty();

        ConnectViewModel again = dialog();
        again.kept().wanted().set(false);
        again.connect();
        background.runAll();
        assertThat(notices.all())
                .extracting(Notice::sentence)
                .containsExactly("The token for " + RELAY + " was forgotten: the system’s keyring no longer keeps it.");
    }

    /// Without a token there is nothing to keep, and what is kept stays until the user does not want it any more.
    @Test
    void whoeverConnectsWithoutATokenForgetsNone() {
        kept.put(RELAY, "secret");
        saved.connected(RELAY, "");
        ConnectViewModel model = dialog();
        model.token().set("");
        model.connect();
        background.runAll();
        assertThat(kept).containsExactly(Map.entry(RELAY, "secret"));
    }

    private void connectAndKeep(String token) {
        ConnectViewModel model = dialog();
        model.token().set(token);
        model.kept().wanted().set(true);
        model.connect();
        background.runAll();
    }

    private List<String> said() {
        return notices.all().stream().map(Notice::sentence).toList();
    }

    /// It would have to be looked for again, if it still can be found.
    @Test
    void aMistypedTokenDoesNotTakeThePlaceOfAGoodOne() {
        kept.put(RELAY, "secret");
        wrong.add("mistyped");
        connectAndKeep("mistyped");
        assertThat(kept).containsExactly(Map.entry(RELAY, "secret"));
        assertThat(said())
                .containsExactly(
                        "The token for " + RELAY + " is not kept in the system’s keyring: the relay does not take it.");
        assertThat(dialog().token().get()).as("what is filled in").isEqualTo("secret");
    }

    @Test
    void oneThatWasToBeKeptAndIsCorrectedIsKeptWithoutAskingForItAgain() {
        wrong.add("mistyped");
        connectAndKeep("mistyped");
        assertThat(kept).isEmpty();

        ConnectViewModel model = dialog();
        assertThat(model.token().get()).isEmpty();
        assertThat(model.kept().wanted().get()).isTrue();
        model.token().set("secret");
        model.connect();
        background.runAll();
        assertThat(kept).containsExactly(Map.entry(RELAY, "secret"));
        assertThat(said()).containsExactly("The system’s keyring keeps the token for " + RELAY + " now.");
    }

    @Test
    void aTokenIsNotKeptWhereTheRelayCannotBeAskedAboutIt() {
        reachable = false;
        connectAndKeep("secret");
        assertThat(kept).isEmpty();
        assertThat(notices.all()).singleElement().satisfies(notice -> {
            assertThat(notice.sentence()).endsWith("the relay could not be asked whether it takes it.");
            assertThat(notice.details()).contains("Nobody answers at " + RELAY);
        });
        assertThat(dialog().token().get()).as("it may be the right one").isEqualTo("secret");
    }

    @Test
    void thatATokenWasNotTakenIsNotToldAnyMoreWhenTheGoodOneIs() {
        kept.put(RELAY, "secret");
        wrong.add("mistyped");
        connectAndKeep("mistyped");
        assertThat(said()).hasSize(1);
        ConnectViewModel model = dialog();
        assertThat(model.token().get()).isEqualTo("secret");
        model.connect();
        background.runAll();
        assertThat(said()).isEmpty();
    }

    /// A slow answer must not undo what was chosen meanwhile.
    @Test
    void onlyTheTokenThatWasUsedLastIsKept() {
        ConnectViewModel model = dialog();
        model.kept().wanted().set(true);
        model.token().set("older");
        model.connect();
        ConnectViewModel again = dialogBeforeAnswers();
        again.token().set("newer");
        again.kept().wanted().set(false);
        again.connect();
        background.runAll();
        assertThat(kept).isEmpty();
        assertThat(said()).isEmpty();
    }

    @Test
    void onlyWhatBecameOfATokenLastIsTold() {
        connectAndKeep("secret");
        ConnectViewModel model = dialog();
        model.kept().wanted().set(false);
        model.connect();
        background.runAll();
        assertThat(said())
                .containsExactly("The token for " + RELAY + " was forgotten: the system’s keyring no longer keeps it.");
    }

    @Test
    void thatTheKeyringDidNotTakeATokenIsSaid() {
        full = true;
        connectAndKeep("secret");
        assertThat(said())
                .singleElement()
                .asString()
                .startsWith("The system’s keyring did not take the token for " + RELAY + "; it may be locked.");
    }
}
