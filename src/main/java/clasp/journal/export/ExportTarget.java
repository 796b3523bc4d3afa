package clasp.journal.export;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.Companion;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where an export may not go: a journal must not be lost to its own export, nor may a file come to lie beside the
/// write-ahead log of another database, which SQLite would take for its own. Stateless.
final class ExportTarget {
    private ExportTarget() {}

    /// @throws JournalException when it is the journal itself or belongs to a database
    static void check(JournalReader journal, Path target) {
        Path file = real(target);
        Optional<Path> source = journal.info().path().map(ExportTarget::real);
        if (source.filter(path -> same(path, file)).isPresent()) {
            throw refused("export.refused.itself", target);
        }
        for (Companion companion : Companion.values()) {
            if (source.filter(path -> same(companion.of(path), file)).isPresent()) {
                throw refused("export.refused.companion", target);
            }
            if (Files.exists(companion.of(file))) {
                throw new JournalException(CoreTexts.text(
                        "export.refused.beside",
                        target.toString(),
                        String.valueOf(companion.of(file).getFileName())));
            }
            if (database(file, companion).filter(Files::isRegularFile).isPresent()) {
                throw refused("export.refused.name", target);
            }
        }
    }

    private static JournalException refused(String key, Path target) {
        return new JournalException(CoreTexts.text(key, target.toString()));
    }

    /// The database that a file of this name would belong to.
    private static Optional<Path> database(Path file, Companion companion) {
        String name = String.valueOf(file.getFileName());
        String suffix = companion.suffix();
        return name.length() > suffix.length() && name.endsWith(suffix)
                ? Optional.of(file.resolveSibling(name.substring(0, name.length() - suffix.length())))
                : Optional.empty();
    }

    /// Without links, also for a file that is not there yet.
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        try {
            return Files.exists(absolute) || folder == null
                    ? absolute.toRealPath()
                    : folder.toRealPath().resolve(absolute.getFileName());
        } catch (IOException e) {
            // No such folder: writing there will fail and say why.
            return absolute;
        }
    }

    private static boolean same(Path one, Path other) {
        try {
            return one.equals(other) || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
        } catch (IOException e) {
            throw NewFile.failure(other, e);
        }
    }
}
