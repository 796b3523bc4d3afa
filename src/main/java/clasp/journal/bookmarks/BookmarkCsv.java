package clasp.journal.bookmarks;

import clasp.journal.export.Formulas;
import clasp.journal.export.NewFile;
import clasp.journal.model.CoreTexts;
import clasp.journal.store.FileReason;
import clasp.journal.store.JournalException;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Bookmarks as CSV: one line each, with the note. Stateless.
public final class BookmarkCsv {
    private BookmarkCsv() {}

    /// The file is there under its name only when it is complete.
    ///
    /// @throws JournalException with a sentence when it cannot be written
    public static void write(List<Bookmark> bookmarks, Path file) {
        try (var target = new NewFile(file)) {
            try (CsvWriter csv = CsvWriter.builder().build(target.temporary())) {
                csv.writeRecord("seq", "timestamp_micros", "time", "address", "note", "journal");
                for (Bookmark bookmark : bookmarks) {
                    csv.writeRecord(
                            Long.toString(bookmark.seq()),
                            Long.toUnsignedString(bookmark.micros()),
                            time(bookmark.micros()),
                            Formulas.guarded(bookmark.address()),
                            Formulas.guarded(bookmark.note()),
                            Formulas.guarded(bookmark.journal()));
                }
            }
            target.commit();
        } catch (UncheckedIOException | IOException e) {
            throw new JournalException(CoreTexts.text("bookmarks.unwritten", file.toString(), FileReason.of(e)), e);
        }
    }

    /// In UTC; empty for a time that no calendar has.
    private static String time(long micros) {
        return micros < 0 ? "" : Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
