package clasp.journal.app;

import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournals;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// What the program does where no window can be shown: it says so, draws the window into a file, and tells in a few
/// lines what the journals hold.
final class NoScreen {
    private static final Path PICTURE = Path.of("target", "clasp-journal-browser.png");

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
            boolean opened = Picture.write(PICTURE, files.isEmpty() ? null : files.getFirst(), demo, false);
            out.println("The window was drawn to " + PICTURE + ".");
            return opened;
        }
    }

    private static void print(JournalReader journal, PrintStream out) {
        JournalSummary.of(journal).forEach(out::println);
    }
}
