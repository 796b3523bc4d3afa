package clasp.journal.router.core;

import clasp.journal.query.AddressPattern;
import clasp.journal.wire.FrameWriter;
import clasp.journal.wire.Message;
import clasp.journal.wire.SignalDefinition;
import clasp.journal.wire.UnwritableMessageException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An answer of any length as messages that fit into frames. Each is made when it is asked for, so that what a client
/// has yet to read takes no memory of its own. Used by one thread at a time.
final class Pieces<T> implements Iterator<Message> {
    /// As many params as CLASP puts into one SNAPSHOT.
    private static final int MAX_ITEMS = 800;

    private final Iterator<T> items;
    private final Function<List<T>, Message> message;
    private final Deque<List<T>> halves = new ArrayDeque<>();
    private boolean owed;
    private @Nullable Message next;

    /// @param owed whether there is a message, an empty one, even when there are no items
    private Pieces(Iterator<T> items, Function<List<T>, Message> message, boolean owed) {
        this.items = items;
        this.message = message;
        this.owed = owed;
    }

    /// One message at least.
    ///
    /// @param params that never change
    static Iterable<Message> snapshot(List<LiveParam> params) {
        return () -> new Pieces<>(params.iterator(), Pieces::snapshotOf, true);
    }

    /// Perhaps no message.
    ///
    /// @param params that never change
    static Iterable<Message> matching(List<LiveParam> params, AddressPattern pattern) {
        return () -> new Pieces<>(
                params.stream()
                        .filter(param -> pattern.matches(param.address()))
                        .iterator(),
                Pieces::snapshotOf,
                false);
    }

    /// One message at least.
    ///
    /// @param signals that never change
    static Iterable<Message> result(List<SignalDefinition> signals) {
        return () -> new Pieces<>(signals.iterator(), Message.Result::new, true);
    }

    private static Message snapshotOf(List<LiveParam> params) {
        return new Message.Snapshot(params.stream().map(LiveParam::state).toList());
    }

    @Override
    public boolean hasNext() {
        while (next == null && (!halves.isEmpty() || items.hasNext())) {
            make(halves.isEmpty() ? more() : halves.pop());
        }
        if (owed && next == null) {
            next = message.apply(List.of());
        }
        owed = false;
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
        List<T> piece = new ArrayList<>(MAX_ITEMS);
        while (piece.size() < MAX_ITEMS && items.hasNext()) {
            piece.add(items.next());
        }
        return piece;
    }

    /// Halves what takes too many bytes. What no frame can carry even by itself, which only another
    /// router's journal can bring in, is left out.
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
