package clasp.journal.router.core;

import clasp.journal.wire.FrameWriter;
import clasp.journal.wire.Message;
import clasp.journal.wire.ParamState;
import clasp.journal.wire.SignalDefinition;
import clasp.journal.wire.UnwritableMessageException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Answers of any length as messages that fit into frames. Stateless.
final class Pieces {
    /// As many params as CLASP puts into one SNAPSHOT.
    private static final int MAX_PARAMS = 800;

    private Pieces() {}

    /// At least one, which may be empty.
    static List<Message> snapshot(List<ParamState> params) {
        return split(params, Message.Snapshot::new);
    }

    /// At least one, which may be empty.
    static List<Message> result(List<SignalDefinition> signals) {
        return split(signals, Message.Result::new);
    }

    private static <T> List<Message> split(List<T> items, Function<List<T>, Message> message) {
        List<Message> pieces = new ArrayList<>();
        for (int from = 0; from < Math.max(1, items.size()); from += MAX_PARAMS) {
            add(items.subList(from, Math.min(items.size(), from + MAX_PARAMS)), message, pieces);
        }
        return pieces.isEmpty() ? List.of(message.apply(List.of())) : pieces;
    }

    /// Halves what takes too many bytes. An item too large by itself, which only another router's journal can bring in,
    /// is left out: no frame can carry it.
    private static <T> void add(List<T> items, Function<List<T>, Message> message, List<Message> pieces) {
        Message whole = message.apply(items);
        if (fits(whole)) {
            pieces.add(whole);
        } else if (items.size() > 1) {
            int half = items.size() / 2;
            add(items.subList(0, half), message, pieces);
            add(items.subList(half, items.size()), message, pieces);
        }
    }

    /// Whether a frame can carry it.
    static boolean fits(Message message) {
        try {
            FrameWriter.write(message);
            return true;
        } catch (UnwritableMessageException tooLarge) {
            return false;
        }
    }
}
