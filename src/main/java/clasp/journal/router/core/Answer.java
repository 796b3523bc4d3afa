package clasp.journal.router.core;

import clasp.journal.wire.Message;
import java.util.List;

/// What a client is told. Immutable.
///
/// @param hangUp whether the connection ends after it
public record Answer(List<Message> messages, boolean hangUp) {
    public static final Answer NOTHING = new Answer(List.of(), false);

    public Answer {
        messages = List.copyOf(messages);
    }

    public static Answer of(Message message) {
        return new Answer(List.of(message), false);
    }

    static Answer of(Refusal refusal) {
        return of(refusal.message());
    }
}
