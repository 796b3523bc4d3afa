package clasp.journal.ui.export;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Where the file goes: suggested, typed, or chosen in the system's dialog. Confined to the FX thread.
final class TargetChoice {
    private final StringProperty path = new SimpleStringProperty("");
    private Path folder = Path.of("");
    private @Nullable Path agreed;

    /// As typed: absolute, or within the folder that was suggested.
    StringProperty path() {
        return path;
    }

    void suggest(Path inFolder, String name, FileKind kind) {
        folder = inFolder;
        path.set(inFolder.resolve(name + kind.suffix()).toString());
    }

    /// A name that ends as files of the one kind do, ends as those of the other from now on.
    void changeKind(FileKind before, FileKind now) {
        String typed = path.get().strip();
        String ending = typed.endsWith(before.suffix()) ? before.suffix() : before.extension();
        if (typed.endsWith(ending)) {
            path.set(typed.substring(0, typed.length() - ending.length()) + now.suffix());
        }
    }

    /// Empty while what is typed makes no path.
    Optional<Path> file() {
        String typed = path.get().strip();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(folder.resolve(typed));
        } catch (InvalidPathException e) {
            // The user is still typing: the button waits.
            return Optional.empty();
        }
    }

    /// The user chose it in the system's dialog, which asks before it lets a file be replaced.
    void chosen(Path file) {
        agree(file);
        path.set(file.toString());
    }

    /// The user has agreed that this file is replaced.
    void agree(Path file) {
        agreed = file;
    }

    /// Whether the user has agreed that a file there is replaced.
    boolean mayReplace(Path file) {
        return file.equals(agreed);
    }

    /// Consent was for one export only.
    void forgetConsent() {
        agreed = null;
    }
}
