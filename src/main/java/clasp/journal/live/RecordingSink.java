package clasp.journal.live;

import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import clasp.journal.store.Journal;
import clasp.journal.store.JournalCopy;
import java.util.List;

/// Where a recording goes: a journal that nobody else writes to. Used by one thread at a time.
interface RecordingSink {
    /// Appends the entries under their own seqs, all or none.
    ///
    /// @throws clasp.journal.store.JournalException when they were not appended
    void take(List<Entry> entries);

    /// Stores a snapshot as of the latest entry.
    ///
    /// @throws clasp.journal.store.JournalException when it was not stored
    void snapshot(List<Param> params);

    /// Returns when everything that was taken is on disk, where there is one.
    ///
    /// @throws clasp.journal.store.JournalException when that is not sure
    void settle();

    long sizeBytes();

    static <J extends Journal & JournalCopy> RecordingSink of(J journal) {
        return new RecordingSink() {
            @Override
            public void take(List<Entry> entries) {
                journal.take(entries);
            }

            @Override
            public void snapshot(List<Param> params) {
                journal.snapshot(params);
            }

            @Override
            public void settle() {
                journal.settle();
            }

            @Override
            public long sizeBytes() {
                return journal.info().sizeBytes();
            }
        };
    }
}
