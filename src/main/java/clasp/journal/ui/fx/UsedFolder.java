package clasp.journal.ui.fx;

import clasp.journal.settings.Settings;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder in which a file was chosen last, remembered between runs. Thread-safe.
public final class UsedFolder {
    private static final String SECTION = "folder";
    private static final Kept NOWHERE = new Kept("");

    private final Settings settings;

    /// @param path null or empty for none
    record Kept(String path) {}

    public UsedFolder(Settings settings) {
        this.settings = settings;
    }

    /// Remembers where this file lies.
    public void remember(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            settings.write(SECTION, new Kept(folder.toString()));
        }
    }

    /// That folder; while there is none, the one for documents, else the user's own. Looks at the disk.
    public Path start() {
        Path home = Path.of(System.getProperty("user.home", ""));
        return Stream.of(
                        last(),
                        Optional.of(home.resolve("Documents")),
                        Optional.of(home.resolve(Texts.text("fx.folder.documents"))))
                .flatMap(Optional::stream)
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(home);
    }

    private Optional<Path> last() {
        String path = settings.read(SECTION, Kept.class, NOWHERE).path();
        try {
            return path == null || path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path));
        } catch (InvalidPathException e) {
            // Settings from another system.
            return Optional.empty();
        }
    }
}
