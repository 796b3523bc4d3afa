package clasp.journal.ui.fx;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks the user for files. An interface, because the system's own dialogs exist on a real screen only.
/// Confined to the FX thread.
public interface FileDialogs {
    /// A kind of file to choose.
    ///
    /// @param name for people, such as `CSV file`
    /// @param extensions such as `*.csv`
    record Kind(String name, List<String> extensions) {
        public Kind {
            extensions = List.copyOf(extensions);
        }
    }

    /// Files to open; empty when the user thought better of it.
    /// @param folder where the user begins to look; null for wherever the last file was chosen
    List<Path> chooseOpen(String title, @Nullable Path folder, List<Kind> kinds);

    /// Where to save; empty when the user thought better of it.
    /// @param suggestion a name, which gets a number where there is such a file, or better a whole path, in whose
    ///     folder the user begins to look
    Optional<Path> chooseSave(String title, Path suggestion, List<Kind> kinds);

    /// Asks nobody, as if the user thought better of it each time: for where there is no screen.
    static FileDialogs none() {
        return new FileDialogs() {
            @Override
            public List<Path> chooseOpen(String title, @Nullable Path folder, List<Kind> kinds) {
                return List.of();
            }

            @Override
            public Optional<Path> chooseSave(String title, Path suggestion, List<Kind> kinds) {
                return Optional.empty();
            }
        };
    }
}
