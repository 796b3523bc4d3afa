package clasp.journal.router.core;

import clasp.journal.wire.Message;
import java.util.List;

/// What a client is told. Immutable.
///
/// @param rest what follows the messages, however much: each is made as it is read, on whatever thread
/// @param hangUp whether the connection ends after it
public record Answer(List<Message> messages, Iterable<Message> rest, boolean hangUp) {
    static final Iterable<Message> NO_REST = List.of();
    public static final Answer NOTHING = new Answer(List.of(), NO_REST, false);

    public Answer {
        messages = List.copyOf(messages);
    }

    public static Answer of(Message message) {
        return new Answer(List.of(message), NO_REST, false);
    }

    /// Whether something follows the messages; that may yet be found to be nothing.
    public boolean hasRest() {
        return rest != NO_REST;
    }

    static Answer of(Refusal refusal) {
        return of(refusal.message());
    }

    static Answer of(Iterable<Message> rest) {
        return new Answer(List.of(), rest, false);
    }
}
