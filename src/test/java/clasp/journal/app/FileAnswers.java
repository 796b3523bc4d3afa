package clasp.journal.app;

import clasp.journal.ui.fx.FileDialogs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the user of a test answers to the system's dialogs for files: each answer is given once.
final class FileAnswers implements FileDialogs {
    private List<Path> toOpen = List.of();
    private Optional<Path> toSave = Optional.empty();
    private @Nullable Path askedIn;

    /// What the next dialog for opening answers.
    void willOpen(Path... files) {
        toOpen = List.of(files);
    }

    /// What the next dialog for saving answers.
    void willSave(Path file) {
        toSave = Optional.of(file);
    }

    /// Where the last dialog began; null when it was left to the system.
    @Nullable
    Path askedIn() {
        return askedIn;
    }

    @Override
    public List<Path> chooseOpen(String title, @Nullable Path folder, List<Kind> kinds) {
        askedIn = folder;
        List<Path> answer = toOpen;
        toOpen = List.of();
        return answer;
    }

    @Override
    public Optional<Path> chooseSave(String title, Path suggestion, List<Kind> kinds) {
        askedIn = suggestion.getParent();
        Optional<Path> answer = toSave;
        toSave = Optional.empty();
        return answer;
    }
}
