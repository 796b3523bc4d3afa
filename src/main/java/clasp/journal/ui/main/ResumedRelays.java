package clasp.journal.ui.main;

import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.FxThread;
import clasp.journal.ui.sources.RelayAccess.Relay;
import clasp.journal.ui.sources.RelayChoice;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Connects again to the relays of the last session: with the token that the keyring has, and otherwise with none; one
/// that wants a token then is asked for. Confined to the FX thread.
final class ResumedRelays {
    private final WindowServices services;
    private final WindowDialogs dialogs;
    private final Consumer<RelayChoice> again;

    /// @param again tries once more to open the relay's tab
    ResumedRelays(WindowServices services, WindowDialogs dialogs, Consumer<RelayChoice> again) {
        this.services = services;
        this.dialogs = dialogs;
        this.again = again;
    }

    Opening opening(RelayChoice choice) {
        var typed = new AtomicReference<@Nullable String>();
        return Opening.ofRelay(
                name(choice),
                (progress, cancellation) -> open(choice, typed, cancellation),
                (why, retry) -> dialogs.askTokenToOpen(choice.url(), why, token -> use(choice, typed, token, retry)),
                done -> dialogs.connectInstead(choice, done),
                choice);
    }

    private String name(RelayChoice choice) {
        try {
            return services.relays().at(choice.url(), "", choice.part()).name();
        } catch (IllegalArgumentException e) {
            // Its tab will say what is wrong with it.
            return choice.url();
        }
    }

    private JournalReader open(RelayChoice choice, AtomicReference<@Nullable String> typed, Cancellation cancellation) {
        String given = typed.get();
        String token =
                given != null ? given : services.keyring().find(choice.url()).orElse("");
        Relay relay = services.relays().at(choice.url(), token, choice.part());
        try {
            return relay.open(cancellation);
        } catch (JournalException e) {
            if (e.wantsToken()) {
                FxThread.run(() -> refused(choice, token, String.valueOf(e.getMessage()), typed));
            }
            throw e;
        }
    }

    private void refused(RelayChoice choice, String token, String why, AtomicReference<@Nullable String> typed) {
        dialogs.refused(choice.url(), token);
        dialogs.askTokenToOpenUnlessBusy(
                choice.url(), why, another -> use(choice, typed, another, () -> again.accept(choice)));
    }

    private void use(RelayChoice choice, AtomicReference<@Nullable String> typed, String token, Runnable retry) {
        // Tells whoever typed it when it cannot be one.
        services.relays().at(choice.url(), token, choice.part());
        typed.set(token);
        retry.run();
    }
}
