package clasp.journal.store;

import clasp.journal.model.Entry;
import java.util.List;

/// A journal that takes over the entries of another one, under their own seqs. Thread-safe.
public interface JournalCopy extends JournalReader {
    /// Appends the entries, all or none.
    ///
    /// @param entries in ascending seq, each higher than any that this journal ever gave or took
    /// @throws JournalException when they were not appended
    void take(List<Entry> entries);

    /// Returns when everything in it would outlast a power cut, where there is a disk that can promise so.
    ///
    /// @throws JournalException when that is not sure
    default void settle() {}
}
