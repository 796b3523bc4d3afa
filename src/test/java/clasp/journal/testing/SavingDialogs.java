package clasp.journal.testing;

import clasp.journal.ui.fx.FileDialogs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Dialogs in which nothing is opened, and files are saved where a test wants them.
///
/// @param place from what is suggested to what is chosen; none when the dialog is closed without a choice
public record SavingDialogs(Function<Path, Optional<Path>> place) implements FileDialogs {
    @Override
    public List<Path> chooseOpen(String title, @Nullable Path folder, List<Kind> kinds) {
        return List.of();
    }

    @Override
    public Optional<Path> chooseSave(String title, Path suggestion, List<Kind> kinds) {
        return place.apply(suggestion);
    }
}
