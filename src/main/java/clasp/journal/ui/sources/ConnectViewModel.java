package clasp.journal.ui.sources;

import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.sources.RelayAccess.Relay;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/// Which relay to connect to, and whether it answers. Confined to the FX thread.
public final class ConnectViewModel {
    private static final String FIRST_GUESS = "http://127.0.0.1:7350";

    private final RelayAccess relays;
    private final SavedRelays saved;
    private final KeptToken kept;
    private final Tasks tasks;
    private final Opener connect;
    private final TaskSlot slot = new TaskSlot();
    private final StringProperty url = new SimpleStringProperty(FIRST_GUESS);
    private final StringProperty token = new SimpleStringProperty("");
    private String chosen = "";
    /// The address that the token belongs to; empty where the user typed it.
    private String owner = "";

    private final StringProperty pattern = new SimpleStringProperty("");
    private final ObjectProperty<Set<String>> types = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<Optional<Duration>> last = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty testing = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Notice>> outcome = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// Opens a relay. Confined to the FX thread.
    @FunctionalInterface
    public interface Opener {
        /// @param token that the relay shows; empty for none
        void open(Relay relay, RelayChoice choice, String token);
    }

    public ConnectViewModel(RelayAccess relays, SavedRelays saved, KeptToken kept, Tasks tasks, Opener connect) {
        this.relays = relays;
        this.saved = saved;
        this.kept = kept;
        this.tasks = tasks;
        this.connect = connect;
        saved.urls().stream().findFirst().ifPresent(last -> {
            url.set(last);
            chosen = last;
            fill(last, saved.token(last));
        });
        url.subscribe((before, now) -> {
            forget();
            keepFrom(now);
        });
        token.subscribe((before, now) -> {
            forget();
            owner = "";
        });
        pattern.subscribe((before, now) -> forget());
    }

    /// Takes over what was entered in another dialog, to be corrected; its token, too, where that was in this run. One
    /// that was typed there stays when the address is corrected.
    public void beginWith(RelayChoice before) {
        take(before.url());
        if (saved.typed(before.url())) {
            owner = "";
        }
        pattern.set(before.part().pattern());
        types.set(before.part().types());
        last.set(Optional.ofNullable(before.part().last()));
    }

    StringProperty url() {
        return url;
    }

    StringProperty token() {
        return token;
    }

    /// Which addresses are asked for; empty for all.
    StringProperty pattern() {
        return pattern;
    }

    /// Which signal types are asked for; empty for all.
    ObjectProperty<Set<String>> types() {
        return types;
    }

    /// How far back is asked for; empty for everything.
    ObjectProperty<Optional<Duration>> last() {
        return last;
    }

    ObservableList<String> saved() {
        return saved.urls();
    }

    ReadOnlyBooleanProperty testing() {
        return testing;
    }

    /// What the test or the fields have to say.
    ReadOnlyObjectProperty<Optional<Notice>> outcome() {
        return outcome.getReadOnlyProperty();
    }

    /// The dialog is on screen.
    void begin() {
        ask(url.get());
    }

    /// Takes a saved address, and its token if it was typed in this run. One that is chosen already is left with what
    /// was typed for it: the field reports it again whenever it loses the keyboard.
    void choose(String savedUrl) {
        if (savedUrl.equals(chosen)) {
            return;
        }
        take(savedUrl);
        ask(savedUrl);
    }

    private void take(String other) {
        owner = "";
        url.set(other);
        chosen = other;
        fill(other, saved.token(other));
    }

    private void fill(String forUrl, String secret) {
        token.set(secret);
        owner = secret.isEmpty() ? "" : forUrl;
    }

    /// A token that was filled in goes to no other address than its own.
    private void keepFrom(String other) {
        if (!owner.isEmpty() && !owner.equals(other)) {
            chosen = "";
            fill(other, "");
            kept.forgetAddress();
        }
    }

    /// Looks for the token in the keyring; one that was typed meanwhile stays, and one that was refused is no use.
    private void ask(String forUrl) {
        kept.ask(forUrl, secret -> {
            if (token.get().isEmpty() && url.get().equals(forUrl) && !saved.wasRefused(forUrl, secret)) {
                fill(forUrl, secret);
            }
        });
    }

    /// Whether the token is kept in the keyring, from the next connection on.
    KeptToken kept() {
        return kept;
    }

    void test() {
        relay().ifPresent(relay -> {
            testing.set(true);
            tasks.task("test the connection", (progress, cancellation) -> relay.test(cancellation))
                    .onSuccess(latest ->
                            tested(Notice.success(Texts.text("sources.connect.works", latest, NumberText.seq(latest)))))
                    .onFailure(error -> tested(Notice.failure("test the connection", error)))
                    .replacing(slot)
                    .start();
        });
    }

    /// @return whether the dialog is done
    boolean connect() {
        Optional<Relay> relay = relay();
        relay.ifPresent(chosen -> {
            saved.connected(url.get(), token.get(), owner.isEmpty());
            kept.use(chosen, token.get());
            connect.open(chosen, new RelayChoice(url.get(), part()), token.get());
        });
        return relay.isPresent();
    }

    void stop() {
        kept.stop();
        slot.cancel();
    }

    private void tested(Notice notice) {
        testing.set(false);
        outcome.set(Optional.of(notice));
    }

    private void forget() {
        slot.cancel();
        testing.set(false);
        outcome.set(Optional.empty());
    }

    private RelayPart part() {
        return new RelayPart(pattern.get().strip(), types.get(), last.get().orElse(null));
    }

    private Optional<Relay> relay() {
        try {
            return Optional.of(relays.at(url.get(), token.get(), part()));
        } catch (IllegalArgumentException e) {
            outcome.set(Optional.of(Notice.failure("connect", e)));
            return Optional.empty();
        }
    }
}
