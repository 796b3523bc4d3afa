package clasp.journal.recovery;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.Param;

/// Sentences for people from the program's bundle, which the window and the command line say alike, in the language of
/// the process: a command runs in English. Thread-safe.
final class RecoveryTexts {
    private static final int MOST_CHARS = 80;

    private RecoveryTexts() {}

    static String text(String key, String... arguments) {
        return CoreTexts.text(key, arguments);
    }

    /// The address, or a name for an empty one.
    static String address(String address) {
        return address.isEmpty() ? text("detail.emptyAddress") : address;
    }

    /// A param's value, not too much of it, and its revision.
    static String inWords(Param param) {
        String value = param.valueJson();
        String begun = value.length() <= MOST_CHARS ? value : value.substring(0, MOST_CHARS) + "…";
        return text("recovery.valueAtRevision", begun, Long.toUnsignedString(param.revision()));
    }
}
