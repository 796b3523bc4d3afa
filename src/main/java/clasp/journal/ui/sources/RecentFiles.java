package clasp.journal.ui.sources;

import clasp.journal.settings.Settings;
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
                .map(Path::of)
                .forEach(files::add);
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

    public void forget() {
        replace(List.of());
    }

    private void replace(List<Path> now) {
        files.setAll(now);
        settings.write(SECTION, new Remembered(now.stream().map(Path::toString).toList()));
    }
}
