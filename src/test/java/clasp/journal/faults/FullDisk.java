package clasp.journal.faults;

import clasp.journal.settings.FileSettings;
import clasp.journal.store.JournalException;
import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.Mounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/// A disk that becomes full at a random moment of one job: a small file system in memory. The job says so, leaves what
/// was there, and succeeds once there is room. Used by one thread.
final class FullDisk {
    private static final int DISK_MEGABYTES = 24;
    private static final int SPARE_BYTES = 5 << 20;

    private final Job job;
    private final Random random;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private long done;

    FullDisk(Job job, Random random) {
        this.job = job;
        this.random = random;
    }

    void run(int times, FaultTable table) throws Exception {
        String what = "full disk during " + job.name().toLowerCase(Locale.ROOT);
        Originals.tryWith((folder, original) -> {
            int full = 0;
            for (int i = 0; i < times; i++) {
                Path disk = Files.createDirectory(folder.resolve("disk" + i));
                if (!Mounts.memory(disk, DISK_MEGABYTES)) {
                    table.notTried(what, "nothing can be mounted here");
                    return;
                }
                try {
                    full += onDisk(disk, original) ? 1 : 0;
                } finally {
                    Mounts.unmount(disk);
                }
            }
            table.add(what, times, full + " stopped by it", wrong);
        });
    }

    private boolean onDisk(Path disk, Path original) throws Exception {
        Path file = Files.copy(original, disk.resolve("show.db"));
        Path ballast = Files.createFile(disk.resolve("ballast"));
        long free = Files.getFileStore(disk).getUsableSpace();
        Files.write(ballast, new byte[(int) Math.max(0, free - random.nextInt(SPARE_BYTES))]);
        done = 0;
        told.clear();
        boolean failed = attempt(file, disk);
        if (failed && told.stream().noneMatch(FullDisk::clear)) {
            wrong.add("unclear: " + told);
        }
        judge(file);
        Files.delete(ballast);
        if (failed) {
            if (job == Job.COMPACTION) {
                Files.deleteIfExists(disk.resolve("backup.db"));
            }
            told.clear();
            if (attempt(file, disk)) {
                wrong.add("with room again: " + told);
            }
            judge(file);
        }
        return failed;
    }

    private void judge(Path file) throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".part") || name.endsWith(".partial"))
                    .forEach(name -> wrong.add("left behind: " + name));
        }
        String verdict =
                new Verdict(job, false).of(job == Job.RECORDING ? file.resolveSibling("recorded.db") : file, done);
        if (!verdict.isEmpty()) {
            wrong.add(verdict + " after " + told);
        }
    }

    private static boolean clear(String sentence) {
        return sentence.toLowerCase(Locale.ROOT).contains("space") && !sentence.contains("Exception");
    }

    /// Whether it failed.
    private boolean attempt(Path file, Path disk) {
        try {
            switch (job) {
                case RECORDING -> record(disk.resolve("recorded.db"));
                case COMPACTION -> Work.compact(file);
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
                done = journal.appendAll(Originals.entries(500)).getLast();
            }
        }
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
