package clasp.journal.ui.sources;

import clasp.journal.settings.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The files opened last, newest first, remembered between runs. Confined to the FX thread.
public final class RecentFiles {
    private static final int MOST = 12;
    private static final String SECTION = "recentFiles";

    /// As remembered.
    record Remembered(List<String> paths) {
        Remembered {
            paths = paths == null ? List.of() : List.copyOf(paths);
        }
    }

    private final Settings settings;
    private final ObservableList<Path> files = FXCollections.observableArrayList();
    /// Kept, because it hears of changes only as long as somebody holds it.
    private final ObservableList<Path> readable = FXCollections.unmodifiableObservableList(files);

    public RecentFiles(Settings settings) {
        this.settings = settings;
        settings.read(SECTION, Remembered.class, new Remembered(List.of())).paths().stream()
                .flatMap(RecentFiles::path)
                .forEach(files::add);
    }

    /// What was remembered on another system, or written by hand, may be no name of a file here.
    private static Stream<Path> path(String remembered) {
        try {
            return Stream.of(Path.of(remembered));
        } catch (InvalidPathException e) {
            System.getLogger(RecentFiles.class.getName())
                    .log(System.Logger.Level.WARNING, "A file opened last is no name of a file here", e);
            return Stream.empty();
        }
    }

    public ObservableList<Path> all() {
        return readable;
    }

    public void opened(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        replace(Stream.concat(Stream.of(absolute), files.stream().filter(other -> !other.equals(absolute)))
                .limit(MOST)
                .toList());
    }

    /// It was open before already: it stays where it stands in the list.
    public void resumed(Path file) {
        if (!files.contains(file.toAbsolutePath().normalize())) {
            opened(file);
        }
    }

    public void forget() {
        replace(List.of());
    }

    private void replace(List<Path> now) {
        files.setAll(now);
        settings.write(SECTION, new Remembered(now.stream().map(Path::toString).toList()));
    }
}
