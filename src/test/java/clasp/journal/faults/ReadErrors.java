package clasp.journal.faults;

import clasp.journal.store.JournalException;
import clasp.journal.testing.Mounts;
import clasp.journal.testing.ReadingPaths;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A disk that cannot be read from a random place on: a file system in an image that has become shorter, so that the
/// system reports errors of input and output. Used by one thread.
final class ReadErrors {
    private static final String WHAT = "read errors of the disk, by every way of reading and at an export";
    private static final long IMAGE_BYTES = 16 << 20;

    private final Random random;
    private final List<String> wrong = new ArrayList<>();

    ReadErrors(Random random) {
        this.random = random;
    }

    void run(int times, FaultTable table) throws Exception {
        Originals.tryWith((folder, original) -> {
            int failed = 0;
            for (int i = 0; i < times; i++) {
                Path image = folder.resolve("image" + i);
                Path disk = Files.createDirectory(folder.resolve("disk" + i));
                length(image, IMAGE_BYTES);
                if (!Mounts.format(image) || !Mounts.image(image, disk, "rw")) {
                    table.notTried(WHAT, "no image can be mounted here");
                    return;
                }
                Files.copy(original, disk.resolve("show.db"));
                Mounts.unmount(disk);
                if (Mounts.image(image, disk, "ro")) {
                    try {
                        // What is beyond is lost: the first two megabytes hold the file system's own tables.
                        length(image, (2 << 20) + random.nextInt(6 << 20));
                        failed += read(disk.resolve("show.db"), folder) ? 1 : 0;
                    } finally {
                        Mounts.unmount(disk);
                    }
                }
                Files.delete(image);
            }
            if (!Contents.difference(Contents.read(original), Contents.upTo(0)).isEmpty()) {
                wrong.add("another journal could not be read afterwards");
            }
            table.add(WHAT, times, failed + " met errors", wrong);
        });
    }

    private boolean read(Path file, Path folder) throws IOException {
        int before = wrong.size();
        boolean failed = false;
        try {
            failed = ReadingPaths.tryAll(file) < ReadingPaths.count();
        } catch (RuntimeException | AssertionError e) {
            wrong.add("reading: " + e);
        }
        try {
            Work.export(file, folder);
        } catch (JournalException e) {
            failed = true;
            if (Files.exists(folder.resolve("export.csv"))) {
                wrong.add("half an export after " + e.getMessage());
            }
        } catch (RuntimeException e) {
            wrong.add("export: " + e);
        }
        if (Files.exists(folder.resolve("export.csv"))) {
            try (var lines = Files.lines(folder.resolve("export.csv"))) {
                if (lines.count() != Faults.ENTRIES + 1) {
                    wrong.add("half an export");
                }
            }
            Files.delete(folder.resolve("export.csv"));
        }
        return failed || wrong.size() > before;
    }

    private static void length(Path image, long bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(bytes);
        }
    }
}
