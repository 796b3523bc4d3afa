package clasp.journal.ui.recovery;

import clasp.journal.export.NewFile;
import clasp.journal.model.Hmacs;
import clasp.journal.recovery.HmacProblems;
import clasp.journal.recovery.ProblemLines;
import clasp.journal.recovery.ProblemOrder;
import clasp.journal.recovery.ProblemPage;
import clasp.journal.recovery.ProblemScan;
import clasp.journal.store.Cancellation;
import clasp.journal.store.FileReason;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.ui.fx.Texts;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The problems of a journal as a file to keep. Blocks; immutable.
///
/// @param key HMACs are checked with; null when they are not
record ProblemReport(
        JournalReader journal, String name, @Nullable Hmacs key) {
    /// Writes one self-contained page when the file's name ends in `.html`, else a JSON array. The file is
    /// there under its name only when it is complete.
    ///
    /// @return how many problems were written
    long write(Path file, Progress progress, Cancellation cancellation) {
        boolean page =
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".html");
        ProblemLines lines = page ? new ProblemPage(name, journal.state()) : new ProblemLines.JsonArray();
        long[] count = {0};
        try (var target = new NewFile(file)) {
            try (BufferedWriter out = Files.newBufferedWriter(target.temporary())) {
                print(lines.begin(), out);
                var found = new ProblemOrder(problem -> {
                    print(List.of(lines.line(problem)), out);
                    count[0]++;
                });
                new ProblemScan(journal).run(found, progress, cancellation);
                if (key != null) {
                    HmacProblems.run(journal, key, found, progress, cancellation);
                }
                found.end();
                print(lines.end(), out);
            }
            target.commit();
            return count[0];
        } catch (UncheckedIOException | IOException e) {
            throw new JournalException(Texts.text("recoveryView.cannotWrite", file.toString(), FileReason.of(e)), e);
        }
    }

    private static void print(List<String> lines, BufferedWriter out) {
        try {
            for (String line : lines) {
                out.write(line);
                out.newLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
