package clasp.journal.app;

import clasp.journal.live.CopyStore;
import clasp.journal.model.CoreTexts;
import clasp.journal.store.FileReason;
import clasp.journal.store.JournalCopy;
import clasp.journal.store.JournalException;
import clasp.journal.store.sqlite.SqliteJournals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Copies of relays' journals as SQLite files in the system's folder for temporary files, readable by this user only,
/// removed with the journal. Thread-safe.
final class TemporaryCopies implements CopyStore, AutoCloseable {
    private final Map<JournalCopy, Path> folders = new ConcurrentHashMap<>();

    @Override
    public JournalCopy create() {
        try {
            Path folder = Files.createTempDirectory("clasp-relay-");
            JournalCopy copy = new SqliteJournals().create(folder.resolve("copy.db"), null);
            folders.put(copy, folder);
            return copy;
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
        Path folder = folders.remove(copy);
        if (folder != null) {
            remove(folder);
        }
    }

    @Override
    public void close() {
        folders.keySet().forEach(this::discard);
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new JournalException(CoreTexts.text("live.copy.left", folder.toString(), FileReason.of(e)), e);
        }
    }
}
