package clasp.journal.store;

import clasp.journal.model.Entry;
import java.util.List;

/// Makes journals for the contracts that every backend's reader fulfils.
public interface Holding {
    /// A journal that holds exactly these entries under their own, ascending seqs. Whoever makes it closes it after
    /// the test.
    JournalReader holding(List<Entry> entries);
}
