package clasp.journal.router.core;

import clasp.journal.wire.Message;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Why a message was not accepted. Immutable.
///
/// @param code one of [ErrorCodes]
/// @param sentence for people: what is wrong
/// @param address what it is about; null for the message as a whole
public record Refusal(int code, String sentence, @Nullable String address) {
    private static final int MOST_OF_SENTENCE = 8_000;
    private static final int MOST_OF_ADDRESS = 50_000;
    private static final int MOST_OF_CHAR = 3;

    /// What tells it to a client. Texts too long for a frame, which a client may have sent, are shortened in it.
    public Message.Error message() {
        return new Message.Error(
                code,
                shortened(sentence, MOST_OF_SENTENCE),
                address == null ? null : shortened(address, MOST_OF_ADDRESS),
                null);
    }

    private static String shortened(String text, int mostBytes) {
        int most = mostBytes / MOST_OF_CHAR;
        if (text.length() <= most || text.getBytes(StandardCharsets.UTF_8).length <= mostBytes) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }
}
