package clasp.journal.router.core;

import clasp.journal.wire.Message;
import org.jspecify.annotations.Nullable;

/// Why a message was not accepted. Immutable.
///
/// @param code one of [ErrorCodes]
/// @param sentence for people: what is wrong
/// @param address what it is about; null for the message as a whole
public record Refusal(int code, String sentence, @Nullable String address) {
    public Message.Error message() {
        return new Message.Error(code, sentence, address, null);
    }
}
