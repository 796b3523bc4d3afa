package clasp.journal.store;

import java.nio.file.Path;

/// Names for files that belong to another and lie beside it. Stateless.
public final class SiblingName {
    private SiblingName() {}

    /// With the suffix before the ending of the name: of `show.db` and `-backup`, `show-backup.db` in the same folder.
    public static Path of(Path file, String suffix) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling(dot > 0 ? name.substring(0, dot) + suffix + name.substring(dot) : name + suffix);
    }
}
