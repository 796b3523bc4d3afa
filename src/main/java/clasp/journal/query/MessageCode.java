package clasp.journal.query;

import clasp.journal.model.MsgType;
import java.util.Locale;
import java.util.Optional;

/// Message codes as the filter language writes them: `set`, `publish`, `0x22`, `34`. Thread-safe.
final class MessageCode {
    private static final int HEXADECIMAL = 16;

    private MessageCode() {}

    static Optional<Long> parse(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (word.equals("set")) {
            return Optional.of(MsgType.SET);
        }
        if (word.equals("publish")) {
            return Optional.of(MsgType.PUBLISH);
        }
        try {
            return Optional.of(
                    word.startsWith("0x") ? Long.parseLong(word, 2, word.length(), HEXADECIMAL) : Long.parseLong(word));
        } catch (NumberFormatException noCode) {
            return Optional.empty();
        }
    }

    static String print(long code) {
        return code == MsgType.SET || code == MsgType.PUBLISH
                ? MsgType.name(code).toLowerCase(Locale.ROOT)
                : Long.toString(code);
    }
}
