package clasp.journal.router.core;

import clasp.journal.query.AddressPattern;
import clasp.journal.wire.Message;
import clasp.journal.wire.SignalDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The signals that clients have announced, one for each address. As in CLASP, they stay when their client goes.
/// Confined to one thread.
final class AnnouncedSignals {
    private final Map<String, SignalDefinition> byAddress = new LinkedHashMap<>();
    private final int most;

    AnnouncedSignals(int most) {
        this.most = most;
    }

    /// Takes all of them, or none.
    Optional<Refusal> add(Message.Announce announce) {
        long added = announce.signals().stream()
                .map(SignalDefinition::address)
                .distinct()
                .filter(address -> !byAddress.containsKey(address))
                .count();
        if (byAddress.size() + added > most) {
            return Optional.of(new Refusal(
                    ErrorCodes.TOO_MANY,
                    "More than " + most + " signals would be announced; this router keeps no more.",
                    announce.namespace()));
        }
        announce.signals().forEach(signal -> byAddress.put(signal.address(), signal));
        return Optional.empty();
    }

    List<SignalDefinition> matching(String pattern) {
        AddressPattern wanted = AddressPattern.of(pattern);
        return byAddress.values().stream()
                .filter(signal -> wanted.matches(signal.address()))
                .toList();
    }
}
