package clasp.journal.faults;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.Entries;
import clasp.journal.testing.Limit;
import clasp.journal.testing.ReadingPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Truncation and flipped bits at random places of a database and of its log. Used by one thread.
final class Damage {
    private static final int IN_DATABASE = 3_000;
    private static final int IN_LOG = 300;

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Random random;
    private final List<String> wrong = new ArrayList<>();
    private final List<Entry> written = new ArrayList<>();
    private byte[] database = {};
    private byte[] log = {};
    private int leftUnread;

    Damage(Random random) {
        this.random = random;
    }

    /// @param inLog whether the log is damaged, or the database
    /// @param cut whether it is cut off, or bits are flipped
    void run(boolean inLog, boolean cut, int times, FaultTable table) throws Exception {
        Path folder = Files.createTempDirectory("clasp-faults-");
        try {
            write(folder.resolve("written.db"));
            int refused = 0;
            for (int i = 0; i < times; i++) {
                refused += read(folder.resolve("damaged.db"), inLog, cut) ? 1 : 0;
            }
            String left = inLog ? "" : ", " + leftUnread + " of them not even what was left";
            table.add(
                    (cut ? "truncation" : "1 to 30 flipped bits") + " at random places of the "
                            + (inLog ? "log" : "database"),
                    times,
                    refused + " not read in every way" + left,
                    wrong);
        } finally {
            Faults.remove(folder);
        }
    }

    private void write(Path file) throws IOException {
        try (SqliteJournal journal = new SqliteJournals().create(file, null)) {
            journal.appendAll(Originals.entries(IN_DATABASE));
        }
        try (SqliteJournal journal = new SqliteJournals().openForWriting(file, null)) {
            for (int i = 0; i < IN_LOG; i++) {
                journal.append(Entries.set("/late/" + i % 7, "\"" + "x".repeat(i) + "\""));
            }
            database = Files.readAllBytes(file);
            log = Files.readAllBytes(file.resolveSibling(file.getFileName() + "-wal"));
            journal.scan(Filter.ALL, SeqRange.ALL, written::add, Cancellation.none());
        }
    }

    /// Whether any way of reading failed.
    private boolean read(Path file, boolean inLog, boolean cut) throws IOException {
        byte[] newDatabase = inLog ? database : damaged(database, cut);
        byte[] newLog = inLog ? damaged(log, cut) : log;
        Path logFile = file.resolveSibling(file.getFileName() + "-wal");
        Files.write(file, newDatabase);
        Files.write(logFile, newLog);
        try {
            boolean failed = Limit.of(LONGEST, () -> ReadingPaths.tryAll(file)) < ReadingPaths.count();
            if (inLog) {
                compare(file);
            } else if (failed && Limit.of(LONGEST, () -> ReadingPaths.tryLeft(file)) < ReadingPaths.count()) {
                leftUnread++;
            }
            if (!Arrays.equals(newDatabase, Files.readAllBytes(file))
                    || !Arrays.equals(newLog, Files.readAllBytes(logFile))) {
                wrong.add("the files have changed");
            }
            return failed;
        } catch (RuntimeException | AssertionError e) {
            wrong.add(e + " (" + newDatabase.length + " bytes of database, " + newLog.length + " of log)");
            return true;
        }
    }

    /// What the database holds without its log is there, and of what was in the log the beginning, as written.
    private void compare(Path file) {
        List<Entry> found = new ArrayList<>();
        List<String> notes;
        try (JournalReader journal = Originals.open(file)) {
            notes = journal.info().notes();
            journal.scan(Filter.ALL, SeqRange.ALL, found::add, Cancellation.none());
        } catch (JournalException e) {
            wrong.add("a damaged log keeps the database from being read: " + e.getMessage());
            return;
        }
        if (found.size() < IN_DATABASE || !found.equals(written.subList(0, found.size()))) {
            wrong.add(found.size() + " entries are not the first that were written; " + notes);
        }
    }

    private byte[] damaged(byte[] sound, boolean cut) {
        if (cut) {
            return Arrays.copyOf(sound, random.nextInt(sound.length));
        }
        byte[] bytes = sound.clone();
        for (int flip = 1 + random.nextInt(30); flip > 0; flip--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }
}
