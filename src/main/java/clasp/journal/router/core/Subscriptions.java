package clasp.journal.router.core;

import clasp.journal.wire.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/// Who hears of what. As in CLASP, a session hears of a change once, however many of its subscriptions match; of a SET
/// its own sender hears too, of a PUBLISH it does not. Confined to one thread.
public final class Subscriptions {
    private static final int MAX_ADDRESSES_REMEMBERED = 10_000;

    private final Map<String, Map<Long, Subscription>> bySession = new LinkedHashMap<>();

    /// What matches the addresses seen since the last change of the subscriptions.
    private final Map<String, List<Match>> matches = new HashMap<>();

    private record Match(String session, Subscription subscription) {}

    /// A change that one session was made to wait for.
    public record Late(String session, Change change) {}

    /// Adds one, in place of that with the same id.
    void add(String session, Message.Subscribe request) {
        bySession.computeIfAbsent(session, id -> new LinkedHashMap<>()).put(request.id(), new Subscription(request));
        matches.clear();
    }

    void remove(String session, long id) {
        Map<Long, Subscription> own = bySession.getOrDefault(session, Map.of());
        if (own.containsKey(id)) {
            own.remove(id);
            matches.clear();
        }
    }

    void removeAll(String session) {
        if (bySession.remove(session) != null) {
            matches.clear();
        }
    }

    /// How many subscriptions a session has, not counting the one with this id.
    int countOthers(String session, long id) {
        Map<Long, Subscription> own = bySession.getOrDefault(session, Map.of());
        return own.size() - (own.containsKey(id) ? 1 : 0);
    }

    public int size() {
        return bySession.values().stream().mapToInt(Map::size).sum();
    }

    /// The sessions that are to be sent the change now.
    public Set<String> receivers(Change change, long nowMicros) {
        List<Match> found = matching(change.address());
        if (found.isEmpty()) {
            return Set.of();
        }
        Set<String> receivers = new LinkedHashSet<>();
        boolean toAuthor = change instanceof Change.ParamSet;
        for (Match match : found) {
            if (match.subscription.wants(change.signal())
                    && (toAuthor || !match.session.equals(change.author()))
                    && match.subscription.throttle().passes(change, nowMicros)) {
                receivers.add(match.session);
            }
        }
        return receivers;
    }

    /// What was held back and is to be sent now.
    public List<Late> due(long nowMicros) {
        List<Late> due = new ArrayList<>();
        bySession.forEach((session, own) -> own.values()
                .forEach(subscription ->
                        subscription.throttle().due(nowMicros).forEach(change -> due.add(new Late(session, change)))));
        return due;
    }

    /// When something held back is due next; empty when nothing is.
    public OptionalLong nextDue() {
        return bySession.values().stream()
                .flatMap(own -> own.values().stream())
                .map(subscription -> subscription.throttle().nextDue())
                .flatMapToLong(OptionalLong::stream)
                .min();
    }

    private List<Match> matching(String address) {
        List<Match> known = matches.get(address);
        if (known != null) {
            return known;
        }
        List<Match> found = new ArrayList<>();
        bySession.forEach((session, own) -> own.values().forEach(subscription -> {
            if (subscription.matches(address)) {
                found.add(new Match(session, subscription));
            }
        }));
        if (matches.size() == MAX_ADDRESSES_REMEMBERED) {
            matches.clear();
        }
        matches.put(address, found);
        return found;
    }
}
