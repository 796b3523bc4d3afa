package clasp.journal.ui.sources;

import clasp.journal.store.JournalException;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.sources.RelayAccess.Relay;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// Whether the token for an address is kept in the keyring, as the user wants it, and what is kept there by now.
/// Confined to the FX thread.
public final class KeptToken {
    private static final String FORGOTTEN = "sources.token.forgotten";
    private static final String KEPT = "sources.token.kept";
    private static final String NOT_KEPT = "sources.token.notKept";
    private static final String REFUSED = "sources.token.notKept.refused";
    private static final String UNKNOWN = "sources.token.notKept.unknown";

    private final Keyring keyring;
    private final RelayAccess relays;
    private final SavedRelays saved;
    private final Tasks tasks;
    private final Notices notices;
    private final TaskSlot asking = new TaskSlot();
    private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
    private final BooleanProperty wanted = new SimpleBooleanProperty();
    /// The address for which the keyring has a token, as far as it was asked; empty for none.
    private String owner = "";
    private String secret = "";

    /// @param relays asked whether they take a token before it is kept
    /// @param saved told of tokens that are not taken
    /// @param notices where the user hears what became of it
    public KeptToken(Keyring keyring, RelayAccess relays, SavedRelays saved, Tasks tasks, Notices notices) {
        this.keyring = keyring;
        this.relays = relays;
        this.saved = saved;
        this.tasks = tasks;
        this.notices = notices;
    }

    /// Whether there is a keyring.
    ReadOnlyBooleanProperty possible() {
        return possible.getReadOnlyProperty();
    }

    /// Whether the token is to be kept; it is where one is kept already, or was to be when it was refused.
    BooleanProperty wanted() {
        return wanted;
    }

    /// Why there is no keyring.
    String missing() {
        return keyring.missing();
    }

    /// Another address was entered: of its token nothing is known.
    void forgetAddress() {
        owner = "";
        wanted.set(false);
    }

    private record Kept(boolean possible, Optional<String> secret) {}

    /// Looks for the token of this address.
    ///
    /// @param found told what is kept
    void ask(String url, Consumer<String> found) {
        forgetAddress();
        tasks.task("ask the keyring", (progress, cancellation) -> new Kept(keyring.isThere(), keyring.find(url)))
                .onSuccess(answer -> {
                    possible.set(answer.possible());
                    wanted.set(answer.possible() && saved.isToBeKept(url));
                    answer.secret().ifPresent(kept -> {
                        owner = url;
                        secret = kept;
                        wanted.set(true);
                        found.accept(kept);
                    });
                })
                .replacing(asking)
                .start();
    }

    /// The user goes on with this token. It is kept where that is wanted, once the relay has taken it: a
    /// mistyped one must not take the place of a good one. One that is not taken is not filled in again. What
    /// is kept is forgotten when the user was shown that it is, and does not want it any more.
    ///
    /// @param relay as it is shown the token
    void use(Relay relay, String token) {
        String url = relay.url();
        boolean kept = owner.equals(url);
        boolean keep = possible.get() && wanted.get();
        // Whatever was used before is not to be kept any more.
        saved.offer(url).cancel();
        if (possible.get()) {
            saved.toBeKept(url, keep);
            if (kept && !keep) {
                forget(url);
            }
        }
        if (!token.isBlank()) {
            offer(relay, token, keep && !(kept && secret.equals(token)));
        }
    }

    /// The same for the relay at this URL.
    ///
    /// @throws IllegalArgumentException with a sentence when one of them cannot be meant
    void use(String url, String token) {
        use(relays.at(url, token, RelayPart.ALL), token);
    }

    private void forget(String url) {
        tasks.task("forget the token", (progress, cancellation) -> {
                    keyring.forget(url);
                    return true;
                })
                .onSuccess(done -> say(Notice.Kind.SUCCESS, FORGOTTEN, url, ""))
                .start();
    }

    private void offer(Relay relay, String token, boolean keep) {
        tasks.task("see whether the relay takes the token", (progress, cancellation) -> relay.test(cancellation))
                .replacing(saved.offer(relay.url()))
                .onSuccess(taken -> {
                    takeBack(relay.url(), REFUSED, UNKNOWN);
                    if (keep) {
                        keep(relay.url(), token);
                    }
                })
                .onFailure(error -> notTaken(relay.url(), token, keep, error))
                .start();
    }

    private void keep(String url, String token) {
        tasks.task("keep the token", (progress, cancellation) -> keyring.keep(url, token))
                .replacing(saved.offer(url))
                .onSuccess(
                        kept -> say(kept ? Notice.Kind.SUCCESS : Notice.Kind.WARNING, kept ? KEPT : NOT_KEPT, url, ""))
                .start();
    }

    private void notTaken(String url, String token, boolean keep, Throwable error) {
        boolean refused = error instanceof JournalException failure && failure.wantsToken();
        if (refused) {
            saved.refused(url, token);
        }
        if (keep) {
            String details = Notice.failure("keep the token", error).details();
            say(Notice.Kind.WARNING, refused ? REFUSED : UNKNOWN, url, details);
        }
    }

    /// Only what became of it last.
    private void say(Notice.Kind kind, String key, String url, String details) {
        takeBack(url, FORGOTTEN, KEPT, NOT_KEPT, REFUSED, UNKNOWN);
        notices.show(new Notice(kind, Texts.text(key, url), details));
    }

    private void takeBack(String url, String... said) {
        for (String key : said) {
            notices.dismiss(Notice.information(Texts.text(key, url)));
        }
    }

    void stop() {
        asking.cancel();
    }
}
