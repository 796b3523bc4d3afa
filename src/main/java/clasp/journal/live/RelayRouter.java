package clasp.journal.live;

import clasp.journal.model.Param;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.LiveRouter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The router of a relay. The relay's REST API tells nothing of it, so it is asked as by a client: at the port where
/// clients usually connect, or wherever the user knows better. It is shown the same token. Thread-safe.
///
/// @param wanted of which addresses the journal has anything at all
record RelayRouter(RelayAddress relay, Supplier<BearerToken> token, Portion wanted) implements LiveRouter {
    @Override
    public Optional<String> suggestedAddress() {
        String scheme = relay.base().getScheme().equals("https") ? "wss" : "ws";
        return Optional.of(scheme + "://" + relay.base().getHost() + ":" + RouterAddress.USUAL_PORT);
    }

    @Override
    public List<Param> params(String address, Cancellation cancellation) {
        RouterAddress where;
        try {
            where = RouterAddress.of(address);
        } catch (IllegalArgumentException e) {
            throw new JournalException(String.valueOf(e.getMessage()), e);
        }
        return RouterState.ask(where, token.get(), RecordingLimits.STANDARD, cancellation).stream()
                .filter(param -> wanted.pattern().matches(param.address()))
                .toList();
    }
}
