package clasp.journal.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A disk that becomes full at a random moment of one job: a small file system in memory. The job says so, leaves what
/// was there, and succeeds once there is room. Used by one thread.
final class FullDisk {
    private static final SmallDisks DISKS = new SmallDisks(24);
    private static final int SPARE_BYTES = 5 << 20;

    private final Job job;
    private final Random random;
    private final List<String> wrong = new ArrayList<>();

    FullDisk(Job job, Random random) {
        this.job = job;
        this.random = random;
    }

    void run(int times, FaultTable table) throws Exception {
        String what = "full disk during " + job.name().toLowerCase(Locale.ROOT);
        DISKS.each(what, times, table, this::onDisk, full -> full + " stopped by it", wrong);
    }

    private boolean onDisk(Path disk, Path original) throws Exception {
        Path file = Files.copy(original, disk.resolve("show.db"));
        Path ballast = Files.createFile(disk.resolve("ballast"));
        long free = Files.getFileStore(disk).getUsableSpace();
        Files.write(ballast, new byte[(int) Math.max(0, free - random.nextInt(SPARE_BYTES))]);
        DiskJob work = new DiskJob(job, file, disk);
        boolean failed = work.attempt();
        if (failed && !work.saysSo()) {
            wrong.add("unclear: " + work.told());
        }
        judge(disk, work);
        Files.delete(ballast);
        if (failed) {
            if (job == Job.COMPACTION) {
                Files.deleteIfExists(disk.resolve("backup.db"));
            }
            if (work.attempt()) {
                wrong.add("with room again: " + work.told());
            }
            judge(disk, work);
        }
        return failed;
    }

    private void judge(Path disk, DiskJob work) throws IOException {
        Verdict.leftBehind(disk).forEach(name -> wrong.add("left behind: " + name));
        String verdict = Verdict.alone(job).of(work.result(), work.done());
        if (!verdict.isEmpty()) {
            wrong.add(verdict + " after " + work.told());
        }
    }
}
