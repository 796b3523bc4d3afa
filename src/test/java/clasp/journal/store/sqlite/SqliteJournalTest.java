package clasp.journal.store.sqlite;

import clasp.journal.model.Entry;
import clasp.journal.store.Journal;
import clasp.journal.store.JournalContractTest;
import clasp.journal.store.JournalReader;
import clasp.journal.testing.JournalFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/// Files that this program itself writes.
class SqliteJournalTest extends JournalContractTest {
    @TempDir
    Path folder;

    private int files;

    @Override
    protected Journal newJournal() {
        return closedAfterTheTest(new SqliteJournals().create(nextFile(), null));
    }

    @Override
    protected JournalReader journalOf(List<Entry> entries) {
        return new SqliteJournals().openForWriting(JournalFiles.write(nextFile(), entries), null);
    }

    private Path nextFile() {
        return folder.resolve("journal-" + files++ + ".db");
    }
}
