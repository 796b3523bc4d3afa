package clasp.journal.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a source is and how it was opened. Immutable.
///
/// @param name short, for a tab
/// @param file where it lies; null for one that is no file
/// @param access how it was opened, or how it goes
/// @param sizeBytes of everything that belongs to it (for SQLite: database and WAL); 0 when unknown
/// @param walFrames at most so many frames of the WAL are not in the database yet; negative when that does not apply
/// @param incomplete whether entries are known to be missing that cannot be read any more: the file is cut off, or
///     its log damaged
/// @param notes sentences that whoever opens it should read: a crashed writer, a missing table, a private copy
public record JournalInfo(
        String name,
        @Nullable Path file,
        JournalAccess access,
        long sizeBytes,
        long walFrames,
        boolean incomplete,
        List<String> notes) {
    public JournalInfo {
        notes = List.copyOf(notes);
    }

    public Optional<Path> path() {
        return Optional.ofNullable(file);
    }

    /// What files are called that are about the journal: its name without the ending of a database and without what no
    /// file system takes.
    public String stem() {
        String stem = name.replaceFirst("\\.(db|sqlite3?)$", "")
                .replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]+", "-")
                .replaceAll("^[-. ]+|[-. ]+$", "");
        return stem.isEmpty() ? "journal" : stem;
    }

    /// Where such a file belongs, `show-problems.html` of `show.db` and `-problems.html`: next to the journal, where
    /// that is a file.
    public Path beside(String suffix) {
        String fileName = stem() + suffix;
        return file == null ? Path.of(fileName) : file.resolveSibling(fileName);
    }
}
