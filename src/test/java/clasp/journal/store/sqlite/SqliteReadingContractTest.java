package clasp.journal.store.sqlite;

import clasp.journal.model.Entry;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.ReadingContractTest;
import clasp.journal.testing.JournalFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;

/// Files that someone else wrote, opened for reading.
class SqliteReadingContractTest extends ReadingContractTest {
    private static final AtomicInteger FILES = new AtomicInteger();

    @TempDir
    Path folder;

    @Override
    protected JournalReader journalOf(List<Entry> entries) {
        Path file = JournalFiles.write(folder.resolve("journal" + FILES.incrementAndGet() + ".db"), entries);
        return new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
    }
}
