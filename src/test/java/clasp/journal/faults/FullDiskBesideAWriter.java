package clasp.journal.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Another process appends 20,000 entries a second to a journal until its disk is full, and goes on trying; beside
/// it one job is done again and again. Both say that there is no space; nothing that either has stored is lost, and
/// both go on once there is room. Used by one thread.
final class FullDiskBesideAWriter {
    private static final SmallDisks DISKS = new SmallDisks(64);
    private static final int SPARE_BYTES = 12 << 20;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Job job;
    private final Random random;
    private final List<String> wrong = new ArrayList<>();
    private final Rates rates = new Rates();

    FullDiskBesideAWriter(Job job, Random random) {
        this.job = job;
        this.random = random;
    }

    void run(int times, FaultTable table) throws Exception {
        String what = "full disk during " + job.name().toLowerCase(Locale.ROOT) + ", filled by a writer of 20,000/s";
        DISKS.each(what, times, table, this::onDisk, this::effect, wrong);
    }

    private String effect(int full) {
        String effect =
                job == Job.COMPACTION && full == 0 ? "always refused beside the writer" : full + " stopped by it";
        return effect + ", the writer always stopped, which came to " + rates;
    }

    /// Whether the job, too, was stopped.
    private boolean onDisk(Path disk, Path original) throws Exception {
        Path file = Files.copy(original, disk.resolve("show.db"));
        Path ballast = Files.createFile(disk.resolve("ballast"));
        long free = Files.getFileStore(disk).getUsableSpace();
        Files.write(ballast, new byte[(int) Math.max(0, free - (2 << 20) - random.nextInt(SPARE_BYTES))]);
        DiskJob work = new DiskJob(job, file, disk);
        boolean stopped = false;
        try (StubbornWriter writer = StubbornWriter.start(file)) {
            long begin = System.nanoTime();
            boolean last = false;
            while (!last && System.nanoTime() - begin < LONGEST.toNanos()) {
                last = writer.full();
                stopped |= work.attempt() && !refused(work);
                told(work);
            }
            if (!last) {
                wrong.add("the disk did not become full");
            }
            Files.delete(ballast);
            writer.awaitMore(LONGEST);
            if (work.attempt() && !refused(work)) {
                wrong.add("with room again: " + work.told());
            }
            Verdict verdict = new Verdict(job, writer.stop());
            writer.rate(rates);
            judge(verdict, file, work);
        }
        Verdict.leftBehind(disk).forEach(name -> wrong.add("left behind: " + name));
        return stopped;
    }

    /// A journal that is being written is not compacted, and a busy writer may keep it locked.
    private boolean refused(DiskJob work) {
        return work.told().stream()
                .allMatch(sentence -> job == Job.COMPACTION && sentence.contains("Stop it first")
                        || job == Job.SNAPSHOT && sentence.contains("Another program keeps it locked"));
    }

    private void told(DiskJob work) {
        if (!work.told().isEmpty() && !work.saysSo() && !refused(work)) {
            wrong.add("unclear: " + work.told());
        }
    }

    private void judge(Verdict verdict, Path file, DiskJob work) throws IOException {
        for (String said : List.of(verdict.journal(file), verdict.of(work.result(), work.done()))) {
            if (!said.isEmpty()) {
                wrong.add(said + " after " + work.told());
            }
        }
    }
}
