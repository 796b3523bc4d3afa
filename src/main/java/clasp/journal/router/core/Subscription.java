package clasp.journal.router.core;

import clasp.journal.model.SignalType;
import clasp.journal.query.AddressPattern;
import clasp.journal.wire.Message;
import java.util.Set;

/// What one session wants to hear of. Confined to one thread.
final class Subscription {
    private final AddressPattern pattern;
    private final Set<SignalType> types;
    private final Throttle throttle;

    Subscription(Message.Subscribe request) {
        pattern = AddressPattern.of(request.pattern());
        types = request.types();
        throttle = new Throttle(request.options());
    }

    AddressPattern pattern() {
        return pattern;
    }

    Throttle throttle() {
        return throttle;
    }

    boolean wants(SignalType type) {
        return types.isEmpty() || types.contains(type);
    }

    boolean matches(String address) {
        return pattern.matches(address);
    }
}
