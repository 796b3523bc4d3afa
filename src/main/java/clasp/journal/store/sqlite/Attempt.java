package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import org.jspecify.annotations.Nullable;

/// What is tried with a file. It is put into words only when it fails, as most of it is tried all the time. Immutable.
///
/// @param key of the words, as they read after “could not”
/// @param number that they name; null when they name none
record Attempt(String key, @Nullable Long number) {
    static Attempt to(String key) {
        return new Attempt(key, null);
    }

    static Attempt to(String key, long number) {
        return new Attempt(key, number);
    }

    /// `read its snapshots`.
    String words() {
        return number == null ? CoreTexts.text(key) : CoreTexts.text(key, Long.toString(number));
    }
}
