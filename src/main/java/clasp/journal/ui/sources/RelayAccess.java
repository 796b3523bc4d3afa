package clasp.journal.ui.sources;

import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;

/// The way to running relays. Thread-safe.
@FunctionalInterface
public interface RelayAccess {
    /// @param url as typed
    /// @param token as typed; empty for none
    /// @param part of its journal that is asked for
    /// @throws IllegalArgumentException with a sentence when one of them cannot be meant
    Relay at(String url, String token, RelayPart part);

    /// A relay that may answer or not. Thread-safe.
    interface Relay {
        /// Short, for a tab.
        String name();

        /// As typed.
        String url();

        /// The same with another token.
        ///
        /// @throws IllegalArgumentException with a sentence when it cannot be one
        Relay withToken(String token);

        /// Asks it once; returns the highest seq in its journal, 0 for an empty one.
        /// @throws clasp.journal.store.JournalException when it does not show its journal
        long test(Cancellation cancellation);

        /// Begins to read its journal and to follow it.
        /// @throws clasp.journal.store.JournalException when it does not show its journal
        JournalReader open(Cancellation cancellation);
    }
}
