package clasp.journal.app;

import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournals;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// What the program does where no window can be shown: it says so, draws the window into a file, and tells in a few
/// lines what the journals hold.
final class NoScreen {
    /// Where a build puts what it makes. Without it, the program was not started from its sources.
    private static final Path BUILD = Path.of("target");

    private NoScreen() {}

    /// @param problem why there is no window, and what to do
    /// @return whether every file could be opened
    static boolean run(String problem, List<Path> files, PrintStream out, PrintStream err) throws InterruptedException {
        err.println(problem);
        try (var demo = new DemoSource(InstantSource.system(), false)) {
            if (files.isEmpty()) {
                print(demo.journal(), out);
            }
            for (Path file : files) {
                try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
                    print(journal, out);
                }
            }
            Path picture = picture();
            boolean opened = Picture.write(picture, files.isEmpty() ? null : files.getFirst(), demo, false);
            out.println("The window was drawn to " + picture + ".");
            return opened;
        }
    }

    private static Path picture() {
        if (Files.isDirectory(BUILD)) {
            return BUILD.resolve("clasp-journal-browser.png");
        }
        try {
            return Files.createTempFile("clasp-journal-browser-", ".png");
        } catch (IOException e) {
            throw new UncheckedIOException("The window could not be drawn: there is no place for its picture.", e);
        }
    }

    private static void print(JournalReader journal, PrintStream out) {
        JournalSummary.of(journal).forEach(out::println);
    }
}
