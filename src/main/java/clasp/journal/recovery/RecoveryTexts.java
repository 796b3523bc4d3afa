package clasp.journal.recovery;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.Param;

/// How addresses and values stand in the sentences about a recovery. Thread-safe.
final class RecoveryTexts {
    private static final int MOST_CHARS = 80;

    private RecoveryTexts() {}

    /// The address, or a name for an empty one.
    static String address(String address) {
        return address.isEmpty() ? CoreTexts.text("detail.emptyAddress") : address;
    }

    /// A param's value, not too much of it, and its revision.
    static String inWords(Param param) {
        String value = param.valueJson();
        String begun = value.length() <= MOST_CHARS ? value : value.substring(0, MOST_CHARS) + "…";
        return CoreTexts.text("recovery.valueAtRevision", begun, Long.toUnsignedString(param.revision()));
    }
}
