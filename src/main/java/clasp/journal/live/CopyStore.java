package clasp.journal.live;

import clasp.journal.store.JournalCopy;

/// Where the entries of relays are copied to. Thread-safe.
@FunctionalInterface
public interface CopyStore {
    /// An empty journal.
    ///
    /// @throws clasp.journal.store.JournalException when there is no place for one
    JournalCopy create();

    /// Closes a journal that was made here; nobody needs what it holds any longer.
    default void discard(JournalCopy copy) {
        copy.close();
    }
}
