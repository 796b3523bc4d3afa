package clasp.journal.app;

import clasp.journal.live.CopyStore;
import clasp.journal.model.CoreTexts;
import clasp.journal.store.FileReason;
import clasp.journal.store.JournalCopy;
import clasp.journal.store.JournalException;
import clasp.journal.store.WorkFolder;
import clasp.journal.store.sqlite.SqliteJournals;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Copies of relays' journals as SQLite files in the system's folder for temporary files, readable by this user only,
/// removed with the journal. Thread-safe.
final class TemporaryCopies implements CopyStore, AutoCloseable {
    private final Map<JournalCopy, WorkFolder> folders = new ConcurrentHashMap<>();

    @Override
    public JournalCopy create() {
        try {
            WorkFolder folder = WorkFolder.temporary("relay");
            try {
                JournalCopy copy = new SqliteJournals().create(folder.path().resolve("copy.db"), null);
                folders.put(copy, folder);
                return copy;
            } catch (RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (IOException e) {
            throw new JournalException(
                    CoreTexts.text(
                            "live.copy.unwritten",
                            String.valueOf(System.getProperty("java.io.tmpdir")),
                            FileReason.of(e)),
                    e);
        }
    }

    @Override
    public void discard(JournalCopy copy) {
        copy.close();
        WorkFolder folder = folders.remove(copy);
        if (folder != null) {
            remove(folder);
        }
    }

    @Override
    public void close() {
        folders.keySet().forEach(this::discard);
    }

    private static void remove(WorkFolder folder) {
        try {
            folder.close();
        } catch (IOException e) {
            throw new JournalException(
                    CoreTexts.text("live.copy.left", folder.path().toString(), FileReason.of(e)), e);
        }
    }
}
