package clasp.journal.ui.fx;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The system's own file dialogs. Confined to the FX thread.
public final class SystemFileDialogs implements FileDialogs {
    private final Supplier<@Nullable Window> owner;
    private @Nullable Path lastFolder;

    public SystemFileDialogs(Supplier<@Nullable Window> owner) {
        this.owner = owner;
    }

    @Override
    public List<Path> chooseOpen(String title, List<Kind> kinds) {
        List<File> chosen = chooser(title, kinds).showOpenMultipleDialog(owner.get());
        List<Path> paths =
                chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
        paths.stream().findFirst().ifPresent(this::remember);
        return paths;
    }

    @Override
    public Optional<Path> chooseSave(String title, Path suggestion, List<Kind> kinds) {
        FileChooser chooser = chooser(title, kinds);
        Path folder = suggestion.getParent();
        if (folder != null && Files.isDirectory(folder)) {
            chooser.setInitialDirectory(folder.toFile());
        }
        Path name = suggestion.getFileName();
        if (name != null) {
            chooser.setInitialFileName(name.toString());
        }
        Optional<Path> path =
                Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
        path.ifPresent(this::remember);
        return path;
    }

    private FileChooser chooser(String title, List<Kind> kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        kinds.forEach(kind ->
                chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind.name(), kind.extensions())));
        if (lastFolder != null && Files.isDirectory(lastFolder)) {
            chooser.setInitialDirectory(lastFolder.toFile());
        }
        return chooser;
    }

    private void remember(Path path) {
        lastFolder = path.toAbsolutePath().getParent();
    }
}
