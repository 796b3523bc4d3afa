package clasp.journal.router.core;

import clasp.journal.wire.FrameWriter;
import clasp.journal.wire.Message;
import clasp.journal.wire.SignalDefinition;
import clasp.journal.wire.UnwritableMessageException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An answer of any length as messages that fit into frames: at least one, which may be empty. Each is made when it is
/// asked for, so that what a client has yet to read takes no memory of its own. Used by one thread at a time.
final class Pieces<T> implements Iterator<Message> {
    /// As many params as CLASP puts into one SNAPSHOT.
    private static final int MAX_ITEMS = 800;

    private final List<T> items;
    private final Function<List<T>, Message> message;
    private final Deque<List<T>> halves = new ArrayDeque<>();
    private int taken;
    private boolean begun;
    private @Nullable Message next;

    private Pieces(List<T> items, Function<List<T>, Message> message) {
        this.items = items;
        this.message = message;
    }

    /// @param params that never change
    static Iterable<Message> snapshot(List<LiveParam> params) {
        return () -> new Pieces<>(
                params,
                piece -> new Message.Snapshot(
                        piece.stream().map(LiveParam::state).toList()));
    }

    /// @param signals that never change
    static Iterable<Message> result(List<SignalDefinition> signals) {
        return () -> new Pieces<>(signals, Message.Result::new);
    }

    @Override
    public boolean hasNext() {
        while (next == null && (!halves.isEmpty() || taken < items.size())) {
            make(halves.isEmpty() ? more() : halves.pop());
        }
        if (!begun && next == null) {
            next = message.apply(List.of());
        }
        begun = true;
        return next != null;
    }

    @Override
    public Message next() {
        Message made = hasNext() ? next : null;
        if (made == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return made;
    }

    private List<T> more() {
        int from = taken;
        taken = Math.min(items.size(), from + MAX_ITEMS);
        return items.subList(from, taken);
    }

    /// Halves what takes too many bytes. What no frame can carry even by itself, which only another router's journal can
    /// bring in, is left out.
    private void make(List<T> piece) {
        Message whole = message.apply(piece);
        if (fits(whole)) {
            next = whole;
        } else if (piece.size() > 1) {
            int half = piece.size() / 2;
            halves.push(piece.subList(half, piece.size()));
            halves.push(piece.subList(0, half));
        }
    }

    private static boolean fits(Message message) {
        return problem(message).isEmpty();
    }

    /// Why no frame can carry it, as a sentence; empty when one can.
    static Optional<String> problem(Message message) {
        try {
            FrameWriter.write(message);
            return Optional.empty();
        } catch (UnwritableMessageException e) {
            return Optional.of(e.what());
        }
    }
}
