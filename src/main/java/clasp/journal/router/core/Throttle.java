package clasp.journal.router.core;

import clasp.journal.model.SignalType;
import clasp.journal.wire.GesturePhase;
import clasp.journal.wire.SubscribeOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Keeps the wishes of one subscription about how often, and after how much of a difference, it hears of an address.
///
/// Only what a later message makes obsolete is held back: values of params and streams, and the moves of gestures. The
/// last one held back is sent when its time comes, so that a subscriber always ends up with the newest value, or one
/// that differs from it by less than it wants to hear of. Remembers a bounded number of addresses; one that was
/// forgotten begins anew, and none is forgotten while something is held back there. Confined to one thread.
final class Throttle {
    private static final int MAX_REMEMBERED = 10_000;
    private static final long MICROS = 1_000_000;

    private final long intervalMicros;
    private final double epsilon;

    /// Where nothing is held back; those longest unused first.
    private final LinkedHashMap<Topic, Sent> quiet = new LinkedHashMap<>(16, 0.75f, true);

    private final Map<Topic, Held> waiting = new LinkedHashMap<>();

    /// Whose changes make each other obsolete.
    ///
    /// @param gesture its id; null for none
    private record Topic(
            String address, SignalType signal, @Nullable Long gesture) {
        static Topic of(Change change) {
            boolean gesture = change.signal() == SignalType.GESTURE;
            Long id = gesture && change instanceof Change.Published published
                    ? published.message().id()
                    : null;
            return new Topic(change.address(), change.signal(), id);
        }
    }

    /// What was sent last.
    private record Sent(long micros, @Nullable Double number) {}

    /// The newest change, and what was sent last before it.
    private record Held(Sent last, Change newest) {}

    Throttle(SubscribeOptions options) {
        Long rate = options.maxRate();
        intervalMicros = rate == null || rate == 0 ? 0 : MICROS / rate;
        epsilon = options.epsilon() == null ? 0 : options.epsilon();
    }

    /// Whether something can be held back until its time.
    boolean makesWait() {
        return intervalMicros > 0;
    }

    /// Whether the change is to be sent now.
    boolean passes(Change change, long nowMicros) {
        if (intervalMicros <= 0 && !(epsilon > 0)) {
            return true;
        }
        Topic topic = Topic.of(change);
        Held held = waiting.remove(topic);
        if (!replaceable(change)) {
            return true;
        }
        Sent last = held == null ? quiet.get(topic) : held.last;
        if (last == null) {
            remember(topic, new Sent(nowMicros, change.number()));
            return true;
        }
        if (tooSmall(change, last)) {
            remember(topic, last);
            return false;
        }
        if (nowMicros - last.micros < intervalMicros) {
            quiet.remove(topic);
            waiting.put(topic, new Held(last, change));
            return false;
        }
        remember(topic, new Sent(nowMicros, change.number()));
        return true;
    }

    /// The subscriber has been sent the change, whatever was decided here.
    void heard(Change change, long nowMicros) {
        if ((intervalMicros > 0 || epsilon > 0) && replaceable(change)) {
            sent(change, nowMicros);
        }
    }

    /// The changes held back whose time has come; they are to be sent now.
    List<Change> due(long nowMicros) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<Change> due = waiting.values().stream()
                .filter(held -> nowMicros - held.last.micros >= intervalMicros)
                .map(Held::newest)
                .toList();
        due.forEach(change -> sent(change, nowMicros));
        return due;
    }

    /// When the next change held back is due; empty when none is.
    OptionalLong nextDue() {
        return waiting.values().stream()
                .mapToLong(held -> held.last.micros + intervalMicros)
                .min();
    }

    private static boolean replaceable(Change change) {
        return switch (change.signal()) {
            case PARAM, STREAM -> true;
            case GESTURE ->
                change instanceof Change.Published published
                        && published.message().phase() == GesturePhase.MOVE;
            case EVENT, TIMELINE -> false;
        };
    }

    private boolean tooSmall(Change change, Sent last) {
        Double number = change.number();
        return number != null
                && last.number != null
                && change.signal() != SignalType.GESTURE
                && Math.abs(number - last.number) < epsilon;
    }

    private void sent(Change change, long nowMicros) {
        Topic topic = Topic.of(change);
        waiting.remove(topic);
        remember(topic, new Sent(nowMicros, change.number()));
    }

    /// Where there is something held back everywhere, it is not remembered: what comes next there is sent at once.
    private void remember(Topic topic, Sent last) {
        quiet.put(topic, last);
        if (quiet.size() + waiting.size() > MAX_REMEMBERED) {
            quiet.pollFirstEntry();
        }
    }
}
