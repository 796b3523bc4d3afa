package clasp.journal.router.core;

import clasp.journal.wire.Message;
import clasp.journal.wire.Ttl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The current value of every param, and the rules by which it changes. Confined to one thread.
public final class ParamTable {
    private final Map<String, LiveParam> params = new LinkedHashMap<>();

    /// Addresses of the params that can expire.
    private final Set<String> mortal = new HashSet<>();

    /// Addresses that a session has locked.
    private final Map<String, Set<String>> locks = new HashMap<>();

    /// All of them as they are now, for everyone who asks until one changes.
    private @Nullable List<LiveParam> all;

    private long replaced;
    private long expired;

    private final Strategies strategies;
    private final int most;

    /// @param most how many params there can be
    public ParamTable(Strategies strategies, int most) {
        this.strategies = strategies;
        this.most = most;
    }

    /// What became of a SET.
    sealed interface Outcome {
        record Accepted(Change.ParamSet change) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    Outcome set(Message.Set set, String writer, Moment now) {
        LiveParam before = living(set.address(), now.steadyMicros());
        Optional<String> objection = before == null ? crowded() : objection(set, writer, before);
        if (objection.isPresent()) {
            return new Outcome.Refused(new Refusal(ErrorCodes.REFUSED, objection.get(), set.address()));
        }
        LiveParam after = new LiveParam(
                set.address(),
                set.value(),
                before == null ? 1 : before.revision() + 1,
                writer,
                now.micros(),
                now.steadyMicros(),
                holder(set, writer, before),
                ttl(set, before));
        put(set.address(), after);
        return new Outcome.Accepted(new Change.ParamSet(before, after, set));
    }

    private Optional<String> crowded() {
        return params.size() < most
                ? Optional.empty()
                : Optional.of("There are " + most + " params already; this router keeps no more.");
    }

    private Optional<String> objection(Message.Set set, String writer, LiveParam current) {
        Long expected = set.revision();
        if (expected != null && expected != current.revision()) {
            return Optional.of("The param has revision " + Long.toUnsignedString(current.revision())
                    + ", not the expected " + Long.toUnsignedString(expected) + ".");
        }
        String holder = current.lockHolder();
        if (holder != null && !holder.equals(writer)) {
            return Optional.of("The param is locked by session " + holder + ".");
        }
        ConflictStrategy strategy = strategies.at(set.address());
        return strategy.accepts(current.value(), set.value())
                ? Optional.empty()
                : Optional.of("The value there takes precedence (strategy " + strategy + ").");
    }

    private static @Nullable String holder(Message.Set set, String writer, @Nullable LiveParam before) {
        if (set.lock()) {
            return writer;
        }
        return set.unlock() || before == null ? null : before.lockHolder();
    }

    private static @Nullable Ttl ttl(Message.Set set, @Nullable LiveParam before) {
        return set.ttl() != null || before == null ? set.ttl() : before.ttl();
    }

    /// Makes it as if the change had not been. The latest change at an address is to be taken back first.
    void takeBack(Change.ParamSet change) {
        put(change.address(), change.before());
    }

    /// Puts a param there, whatever the rules.
    public void restore(LiveParam param) {
        put(param.address(), param);
    }

    /// The param, which is thereby used; empty when there is none.
    ///
    /// @param steadyMicros as in [Moment]
    Optional<LiveParam> read(String address, long steadyMicros) {
        LiveParam found = living(address, steadyMicros);
        if (found == null) {
            return Optional.empty();
        }
        LiveParam used = found.used(steadyMicros);
        if (used != found) {
            all = null;
            params.put(address, used);
        }
        return Optional.of(used);
    }

    /// The param at this address; null when there is none, or none any more: whoever comes before it is
    /// removed must not find it either.
    private @Nullable LiveParam living(String address, long steadyMicros) {
        LiveParam found = params.get(address);
        if (found == null || !found.expired(steadyMicros)) {
            return found;
        }
        expire(address);
        return null;
    }

    private void expire(String address) {
        put(address, null);
        expired++;
    }

    /// The param there, if any; it is not used thereby.
    List<LiveParam> at(String address) {
        LiveParam found = params.get(address);
        return found == null ? List.of() : List.of(found);
    }

    /// A list that never changes; the same one until a param changes.
    public List<LiveParam> all() {
        List<LiveParam> now = all;
        if (now == null) {
            now = List.copyOf(params.values());
            all = now;
        }
        return now;
    }

    /// How much was replaced or removed so far, about in bytes: no more than that can be kept alive by lists of all
    /// params.
    public long replaced() {
        return replaced;
    }

    /// How many params have outlived their time so far.
    public long expired() {
        return expired;
    }

    public int size() {
        return params.size();
    }

    /// Removes what has outlived its time; returns how many params that were.
    ///
    /// @param steadyMicros as in [Moment]
    public int expire(long steadyMicros) {
        List<String> gone = new ArrayList<>();
        for (String address : mortal) {
            LiveParam param = params.get(address);
            if (param != null && param.expired(steadyMicros)) {
                gone.add(address);
            }
        }
        gone.forEach(this::expire);
        return gone.size();
    }

    /// Releases what the session has locked: nobody else could ever.
    void unlockAll(String session) {
        for (String address : List.copyOf(locks.getOrDefault(session, Set.of()))) {
            LiveParam param = params.get(address);
            if (param != null) {
                put(address, param.unlocked());
            }
        }
    }

    private void put(String address, @Nullable LiveParam after) {
        all = null;
        LiveParam before = after == null ? params.remove(address) : params.put(address, after);
        replaced += before == null ? 0 : before.weight();
        if (after != null && after.canExpire()) {
            mortal.add(address);
        } else {
            mortal.remove(address);
        }
        if (before != null && before.lockHolder() != null) {
            locks.computeIfPresent(before.lockHolder(), (session, held) -> {
                held.remove(address);
                return held.isEmpty() ? null : held;
            });
        }
        if (after != null && after.lockHolder() != null) {
            locks.computeIfAbsent(after.lockHolder(), session -> new HashSet<>())
                    .add(address);
        }
    }
}
