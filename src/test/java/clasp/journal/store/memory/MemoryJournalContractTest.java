package clasp.journal.store.memory;

import clasp.journal.model.Entry;
import clasp.journal.store.Journal;
import clasp.journal.store.JournalContractTest;
import clasp.journal.store.JournalReader;
import java.time.InstantSource;
import java.util.List;

class MemoryJournalContractTest extends JournalContractTest {
    @Override
    protected Journal newJournal() {
        return memory();
    }

    @Override
    protected JournalReader journalOf(List<Entry> entries) {
        MemoryJournal journal = memory();
        for (Entry entry : entries) {
            journal.skipSeqs(entry.seq() - 1 - journal.state().highestSeqGiven());
            journal.append(entry);
        }
        return journal;
    }

    private static MemoryJournal memory() {
        return new MemoryJournal("test", 1_000_000, 10, InstantSource.system());
    }
}
