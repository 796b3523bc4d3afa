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
/// its own sender hears too, of a PUBLISH it does not. The times are of a clock that only goes
/// forward. Confined to one thread.
public final class Subscriptions {
    private static final int MAX_ADDRESSES_REMEMBERED = 10_000;

    private final Map<String, Map<Long, Subscription>> bySession = new LinkedHashMap<>();

    /// What matches the addresses seen since the last change of the subscriptions, by session.
    private final Map<String, Map<String, List<Subscription>>> matches = new HashMap<>();

    /// Those that may make a change wait.
    private final Map<Subscription, String> patient = new LinkedHashMap<>();

    private int size;

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

    /// How many a session has.
    public int count(String session) {
        return bySession.getOrDefault(session, Map.of()).size();
    }

    public int size() {
        return size;
    }

    /// The sessions that are to be sent the change now.
    public Set<String> receivers(Change change, long nowMicros) {
        Map<String, List<Subscription>> found = matching(change.address());
        if (found.isEmpty()) {
            return Set.of();
        }
        Set<String> receivers = new LinkedHashSet<>();
        boolean toAuthor = change instanceof Change.ParamSet;
        found.forEach((session, own) -> {
            if ((toAuthor || !session.equals(change.author())) && passes(own, change, nowMicros)) {
                receivers.add(session);
            }
        });
        return receivers;
    }

    /// Each is asked, as each counts by itself.
    private static boolean passes(List<Subscription> own, Change change, long nowMicros) {
        boolean passes = false;
        for (Subscription subscription : own) {
            passes |= subscription.wants(change.signal())
                    && subscription.throttle().passes(change, nowMicros);
        }
        if (passes) {
            heard(own, change, nowMicros);
        }
        return passes;
    }

    /// What one of a session's subscriptions sends, no other needs to.
    private static void heard(List<Subscription> own, Change change, long nowMicros) {
        if (own.size() > 1) {
            for (Subscription subscription : own) {
                if (subscription.wants(change.signal())) {
                    subscription.throttle().heard(change, nowMicros);
                }
            }
        }
    }

    /// What was held back and is to be sent now.
    public List<Late> due(long nowMicros) {
        if (patient.isEmpty()) {
            return List.of();
        }
        List<Late> due = new ArrayList<>();
        patient.forEach((subscription, session) -> {
            for (Change change : subscription.throttle().due(nowMicros)) {
                due.add(new Late(session, change));
                heard(matching(change.address()).getOrDefault(session, List.of()), change, nowMicros);
            }
        });
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

    private Map<String, List<Subscription>> matching(String address) {
        Map<String, List<Subscription>> known = matches.get(address);
        if (known != null) {
            return known;
        }
        Map<String, List<Subscription>> found = new LinkedHashMap<>();
        bySession.forEach((session, own) -> {
            List<Subscription> matching = own.values().stream()
                    .filter(subscription -> subscription.matches(address))
                    .toList();
            if (!matching.isEmpty()) {
                found.put(session, matching);
            }
        });
        if (matches.size() == MAX_ADDRESSES_REMEMBERED) {
            matches.clear();
        }
        matches.put(address, found);
        return found;
    }
}
