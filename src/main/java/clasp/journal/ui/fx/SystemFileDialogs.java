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
    private final UsedFolder used;

    public SystemFileDialogs(Supplier<@Nullable Window> owner, UsedFolder used) {
        this.owner = owner;
        this.used = used;
    }

    @Override
    public List<Path> chooseOpen(String title, @Nullable Path folder, List<Kind> kinds) {
        List<File> chosen = chooser(title, folder, kinds).showOpenMultipleDialog(owner.get());
        List<Path> paths =
                chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
        paths.stream().findFirst().ifPresent(used::remember);
        return paths;
    }

    @Override
    public Optional<Path> chooseSave(String title, Path suggestion, List<Kind> kinds) {
        FileChooser chooser = chooser(title, suggestion.getParent(), kinds);
        Path name = suggestion.getFileName();
        if (name != null) {
            File folder = chooser.getInitialDirectory();
            boolean anywhere = suggestion.getParent() == null;
            chooser.setInitialFileName(
                    anywhere && folder != null ? FreeName.in(folder.toPath(), name.toString()) : name.toString());
        }
        Optional<Path> path =
                Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
        path.ifPresent(used::remember);
        return path;
    }

    private FileChooser chooser(String title, @Nullable Path folder, List<Kind> kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        kinds.forEach(kind ->
                chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind.name(), kind.extensions())));
        // Without a folder GTK shows what any program used last, where a new file is hard to find.
        Path start = folder != null && Files.isDirectory(folder) ? folder : used.start();
        if (Files.isDirectory(start)) {
            chooser.setInitialDirectory(start.toFile());
        }
        return chooser;
    }
}
