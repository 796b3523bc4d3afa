package clasp.journal.store;

import clasp.journal.model.Entry;
import java.util.List;

/// A journal that takes over the entries of another one, under their own seqs. Thread-safe.
public interface JournalCopy extends JournalReader, Settling {
    /// Appends the entries, all or none.
    ///
    /// @param entries in ascending seq, each higher than any that this journal ever gave or took
    /// @throws JournalException when they were not appended
    void take(List<Entry> entries);
}
