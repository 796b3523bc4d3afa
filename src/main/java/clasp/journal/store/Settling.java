package clasp.journal.store;

/// A journal that can be brought to where it outlasts whoever writes it. Thread-safe.
public interface Settling {
    /// Returns when everything in it would outlast a power cut, where there is a disk that can promise so, and its file
    /// holds that without those beside it, as far as whoever else reads it allows.
    ///
    /// @throws JournalException when that is not sure
    default void settle() {}
}
