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

    /// Those that may make a change wait.
    private final Map<Subscription, String> patient = new LinkedHashMap<>();

    private int size;

    private record Match(String session, Subscription subscription) {}

    /// A change that one session was made to wait for.
    public record Late(String session, Change change) {}

    /// Adds one, in place of that with the same id.
    void add(String session, Message.Subscribe request) {
        Subscription added = new Subscription(request);
        Subscription before =
                bySession.computeIfAbsent(session, id -> new LinkedHashMap<>()).put(request.id(), added);
        size += before == null ? 1 : 0;
        if (before != null) {
            patient.remove(before);
        }
        if (added.throttle().makesWait()) {
            patient.put(added, session);
        }
        matches.clear();
    }

    void remove(String session, long id) {
        Map<Long, Subscription> own = bySession.get(session);
        Subscription removed = own == null ? null : own.remove(id);
        if (removed != null) {
            size--;
            patient.remove(removed);
            matches.clear();
        }
    }

    void removeAll(String session) {
        Map<Long, Subscription> removed = bySession.remove(session);
        if (removed != null) {
            size -= removed.size();
            removed.values().forEach(patient::remove);
            matches.clear();
        }
    }

    /// How many subscriptions a session has, not counting the one with this id.
    int countOthers(String session, long id) {
        Map<Long, Subscription> own = bySession.getOrDefault(session, Map.of());
        return own.size() - (own.containsKey(id) ? 1 : 0);
    }

    public int size() {
        return size;
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
        if (patient.isEmpty()) {
            return List.of();
        }
        List<Late> due = new ArrayList<>();
        patient.forEach((subscription, session) ->
                subscription.throttle().due(nowMicros).forEach(change -> due.add(new Late(session, change))));
        return due;
    }

    /// When something held back is due next; empty when nothing is.
    public OptionalLong nextDue() {
        return patient.isEmpty()
                ? OptionalLong.empty()
                : patient.keySet().stream()
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
