package clasp.journal.faults;

import clasp.journal.model.Entry;
import clasp.journal.settings.FileSettings;
import clasp.journal.store.JournalException;
import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.Entries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/// One job on a disk that may become full: what it has done for good, and what it says. Used by one thread.
final class DiskJob {
    private final Job job;
    private final Path file;
    private final Path disk;
    private List<String> told = List.of();
    private long done;

    /// @param file the journal, on that disk
    DiskJob(Job job, Path file, Path disk) {
        this.job = job;
        this.file = file;
        this.disk = disk;
    }

    /// What was done for good, by all attempts.
    long done() {
        return done;
    }

    /// What the last attempt said; empty when it came to its end.
    List<String> told() {
        return told;
    }

    /// Whether it was said that the disk is full.
    boolean saysSo() {
        return told.stream().anyMatch(DiskJob::clear);
    }

    /// What the job's verdict is about.
    Path result() {
        return job == Job.RECORDING ? disk.resolve("recorded.db") : file;
    }

    private static boolean clear(String sentence) {
        boolean full = sentence.toLowerCase(Locale.ROOT).contains("space") || sentence.contains("Make room");
        return full && !sentence.contains("Exception");
    }

    /// Whether it failed.
    boolean attempt() {
        told = new ArrayList<>();
        try {
            switch (job) {
                case RECORDING -> record(disk.resolve("recorded.db"));
                case COMPACTION -> {
                    Work.compact(file);
                    done = 1;
                }
                case EXPORT -> Work.export(file, disk);
                case SNAPSHOT -> snapshots(file);
                case SETTINGS -> settings(disk.resolve("settings.json"));
            }
        } catch (JournalException e) {
            told.add(e.getMessage());
        }
        return !told.isEmpty();
    }

    private void record(Path file) {
        try (SqliteJournal journal = Files.exists(file) && file.toFile().length() > 0
                ? new SqliteJournals().openForWriting(file, null)
                : fresh(file)) {
            for (int i = 0; i < 40; i++) {
                done = journal.appendAll(next(journal.state().latestSeq())).getLast();
            }
        }
    }

    private static List<Entry> next(long latest) {
        Entry like = Entries.set("", "");
        return LongStream.rangeClosed(latest + 1, latest + 500)
                .mapToObj(seq -> Contents.heard(seq, like))
                .toList();
    }

    private static SqliteJournal fresh(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new JournalException("The empty file could not be removed.", e);
        }
        return new SqliteJournals().create(file, null);
    }

    private void snapshots(Path file) {
        try (SqliteJournal journal = new SqliteJournals().openForWriting(file, null)) {
            for (int i = 0; i < 20; i++) {
                journal.snapshot(Work.params());
                done++;
            }
        }
    }

    private void settings(Path file) {
        try (FileSettings settings = new FileSettings(file, Runnable::run, told::add)) {
            for (int i = 0; i < 20 && told.isEmpty(); i++) {
                settings.write("long", "x".repeat(200_000 * (i + 1)));
                settings.write("count", (int) done + 1);
                done += told.isEmpty() ? 1 : 0;
            }
        }
    }
}
