package clasp.journal.faults;

import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A journal that somebody cuts off, or removes, at a random moment of its export. Used by one thread.
final class CutWhileRead {
    private final Random random;
    private final List<String> wrong = new ArrayList<>();

    CutWhileRead(Random random) {
        this.random = random;
    }

    void run(int times, FaultTable table) throws Exception {
        Originals.tryWith((folder, original) -> {
            int failed = 0;
            for (int i = 0; i < times; i++) {
                Path place = Files.createDirectory(folder.resolve("run" + i));
                failed += export(Files.copy(original, place.resolve("show.db"))) ? 1 : 0;
                Faults.remove(place);
            }
            table.add("the file cut off or removed during its export", times, failed + " stopped by it", wrong);
        });
    }

    private boolean export(Path file) throws Exception {
        boolean cut = random.nextBoolean();
        Duration moment = Duration.ofMillis(random.nextInt(150));
        Thread vandal = new Thread(() -> spoil(file, cut, moment));
        boolean failed = false;
        try (JournalReader journal = Originals.open(file)) {
            vandal.start();
            Work.export(journal, file.getParent());
        } catch (JournalException e) {
            failed = true;
            if (!e.getMessage().contains(file.getFileName().toString())) {
                wrong.add("unclear: " + e.getMessage());
            }
        } catch (RuntimeException e) {
            wrong.add("not told in a sentence: " + e);
        }
        vandal.join();
        Path csv = file.resolveSibling("export.csv");
        if (Files.exists(csv)) {
            try (var lines = Files.lines(csv)) {
                long rows = lines.count() - 1;
                if (failed || rows != Faults.ENTRIES) {
                    wrong.add(
                            "an export of " + rows + " rows, " + (cut ? "cut off after " : "removed after ") + moment);
                }
            }
        } else if (!failed) {
            wrong.add("no export and no complaint");
        }
        return failed;
    }

    private void spoil(Path file, boolean cut, Duration moment) {
        try {
            Thread.sleep(moment);
            if (cut) {
                try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
                    opened.setLength(opened.length() / 2);
                }
            } else {
                Files.delete(file);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
