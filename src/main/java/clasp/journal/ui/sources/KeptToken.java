package clasp.journal.ui.sources;

import clasp.journal.store.JournalException;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// Whether the token for an address is kept in the keyring, as the user wants it, and what is kept there by now.
/// Confined to the FX thread.
public final class KeptToken {
    private final Keyring keyring;
    private final Tasks tasks;
    private final Notices notices;
    private final TaskSlot asking = new TaskSlot();
    private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
    private final BooleanProperty wanted = new SimpleBooleanProperty();
    /// The address for which the keyring has a token, as far as it was asked; empty for none.
    private String owner = "";
    private String secret = "";

    /// @param notices where the user hears what became of it
    public KeptToken(Keyring keyring, Tasks tasks, Notices notices) {
        this.keyring = keyring;
        this.tasks = tasks;
        this.notices = notices;
    }

    /// Whether there is a keyring.
    ReadOnlyBooleanProperty possible() {
        return possible.getReadOnlyProperty();
    }

    /// Whether the token is to be kept; it is where one is kept already.
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

    /// The user goes on with this token: it is kept where that is wanted. What is kept is forgotten when the user was
    /// shown that it is, and does not want it any more.
    void use(String url, String token) {
        boolean kept = owner.equals(url);
        if (!possible.get()) {
            return;
        }
        if (!wanted.get() && kept) {
            change("forget the token", url, "sources.token.forgotten", () -> keyring.forget(url));
        } else if (wanted.get() && !token.isBlank() && !(kept && secret.equals(token))) {
            change("keep the token", url, "sources.token.kept", () -> keep(url, token));
        }
    }

    private void keep(String url, String token) {
        if (!keyring.keep(url, token)) {
            throw new JournalException(Texts.text("sources.connect.notKept"));
        }
    }

    private void change(String what, String url, String said, Runnable step) {
        tasks.task(what, (progress, cancellation) -> {
                    step.run();
                    return true;
                })
                .onSuccess(done -> notices.show(Notice.success(Texts.text(said, url))))
                .start();
    }

    void stop() {
        asking.cancel();
    }
}
