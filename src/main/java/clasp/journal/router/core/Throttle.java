package clasp.journal.router.core;

import clasp.journal.model.SignalType;
import clasp.journal.wire.GesturePhase;
import clasp.journal.wire.SubscribeOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Keeps the wishes of one subscription about how often, and after how much of a difference, it hears of an address.
///
/// Only what a later message makes obsolete is held back: values of params and streams, and the moves of gestures. The
/// last one held back is sent when its time comes, so that a subscriber always ends up with the newest value, or one
/// that differs from it by less than it wants to hear of. Remembers a bounded number of addresses; one that was
/// forgotten begins anew. Confined to one thread.
final class Throttle {
    private static final int MAX_ADDRESSES = 10_000;
    private static final long MICROS = 1_000_000;

    private final long intervalMicros;
    private final double epsilon;
    private final LinkedHashMap<String, Sent> sent = new LinkedHashMap<>(16, 0.75f, true);
    private int waiting;

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
        if (intervalMicros <= 0 && !(epsilon > 0) || !replaceable(change)) {
            return true;
        }
        Sent last = sent.get(change.address());
        if (last == null) {
            remember(change, nowMicros);
            return true;
        }
        if (tooSmall(change, last)) {
            release(last);
            return false;
        }
        if (nowMicros - last.micros < intervalMicros) {
            waiting += last.held == null ? 1 : 0;
            last.held = change;
            return false;
        }
        send(last, change, nowMicros);
        return true;
    }

    /// The changes held back whose time has come; they are to be sent now.
    List<Change> due(long nowMicros) {
        if (waiting == 0) {
            return List.of();
        }
        List<Change> due = new ArrayList<>();
        for (Sent last : sent.values()) {
            Change held = last.held;
            if (held != null && nowMicros - last.micros >= intervalMicros) {
                due.add(held);
                send(last, held, nowMicros);
            }
        }
        return due;
    }

    /// When the next change held back is due; empty when none is.
    OptionalLong nextDue() {
        return waiting == 0
                ? OptionalLong.empty()
                : sent.values().stream()
                        .filter(last -> last.held != null)
                        .mapToLong(last -> last.micros + intervalMicros)
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

    private void remember(Change change, long nowMicros) {
        if (sent.size() == MAX_ADDRESSES) {
            Sent eldest = sent.pollFirstEntry().getValue();
            waiting -= eldest.held == null ? 0 : 1;
        }
        sent.put(change.address(), new Sent(nowMicros, change.number()));
    }

    private void send(Sent last, Change change, long nowMicros) {
        release(last);
        last.micros = nowMicros;
        last.number = change.number();
    }

    private void release(Sent last) {
        waiting -= last.held == null ? 0 : 1;
        last.held = null;
    }

    /// What an address was last sent.
    private static final class Sent {
        private long micros;
        private @Nullable Double number;
        private @Nullable Change held;

        Sent(long micros, @Nullable Double number) {
            this.micros = micros;
            this.number = number;
        }
    }
}
