package clasp.journal.store.sqlite;

import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A copy, byte for byte, of a database that nobody has open and of the files that SQLite keeps beside it, in the same
/// folder. Where the database of the copy is, all of the copy is. Stateless.
final class KeptCopy {
    private KeptCopy() {}

    /// @param suffix for the name
    /// @return the database of the copy; of an earlier one, where that is the same
    static Path of(JournalFile file, String suffix) throws IOException {
        for (int number = 1; ; number++) {
            JournalFile target = named(file, number == 1 ? suffix : suffix + "-" + number);
            if (isCopy(target, file)) {
                return target.path();
            }
            if (parts(target).isEmpty()) {
                write(file, target);
                return target.path();
            }
        }
    }

    private static JournalFile named(JournalFile file, String suffix) {
        String name = file.path().getFileName().toString();
        int dot = name.lastIndexOf('.');
        String copy = dot > 0 ? name.substring(0, dot) + suffix + name.substring(dot) : name + suffix;
        return new JournalFile(file.path().resolveSibling(copy), copy);
    }

    /// The shared memory may differ: SQLite writes it anew whenever it opens the database.
    private static boolean isCopy(JournalFile found, JournalFile of) throws IOException {
        return same(found.wal(), of.wal()) && same(found.path(), of.path());
    }

    private static boolean same(Path one, Path other) throws IOException {
        return Files.isRegularFile(one)
                && Files.isRegularFile(other)
                && Files.size(one) == Files.size(other)
                && Files.mismatch(one, other) < 0;
    }

    private static void write(JournalFile file, JournalFile target) throws IOException {
        requireRoom(file);
        JournalFile unfinished = new JournalFile(ForcedCopy.unfinished(target.path()), target.name());
        List<Path> written = new ArrayList<>(all(unfinished));
        try {
            remove(written);
            for (int part = 0; part < all(file).size(); part++) {
                Path from = all(file).get(part);
                if (Files.exists(from)) {
                    ForcedCopy.copy(from, all(unfinished).get(part), 0, Progress.NONE, Cancellation.none());
                }
            }
            for (int part = 0; part < all(file).size(); part++) {
                if (Files.exists(all(unfinished).get(part))) {
                    Files.move(all(unfinished).get(part), all(target).get(part));
                    written.add(all(target).get(part));
                }
            }
            ForcedCopy.forceFolder(target.path());
        } catch (IOException | RuntimeException e) {
            remove(written);
            throw e;
        }
    }

    private static void requireRoom(JournalFile file) throws IOException {
        long needed = 0;
        for (Path part : parts(file)) {
            needed += Files.size(part);
        }
        long free = Files.getFileStore(file.path()).getUsableSpace();
        if (free < needed) {
            throw new FileSystemException(
                    file.path().toString(), null, "it needs " + needed + " bytes, and " + free + " are free");
        }
    }

    private static List<Path> parts(JournalFile file) {
        return all(file).stream().filter(Files::exists).toList();
    }

    /// The database comes last.
    private static List<Path> all(JournalFile file) {
        return List.of(file.wal(), file.shm(), file.rollbackJournal(), file.path());
    }

    private static void remove(List<Path> written) throws IOException {
        for (Path each : written) {
            Files.deleteIfExists(each);
        }
    }
}
