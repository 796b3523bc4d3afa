package clasp.journal.ui.fx;

import clasp.journal.settings.Settings;
import java.util.List;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Addresses used last, newest first, which are remembered between runs. Confined to the FX thread.
public final class UsedUrls {
    private static final int MOST = 12;

    /// As remembered.
    record Remembered(List<String> urls) {
        Remembered {
            urls = urls == null ? List.of() : List.copyOf(urls);
        }
    }

    private final Settings settings;
    private final String section;
    private final ObservableList<String> urls = FXCollections.observableArrayList();

    /// @param section of the settings that they are kept in
    public UsedUrls(Settings settings, String section) {
        this.settings = settings;
        this.section = section;
        urls.setAll(settings.read(section, Remembered.class, new Remembered(List.of()))
                .urls());
    }

    public ObservableList<String> urls() {
        return urls;
    }

    /// It becomes the first.
    public void used(String url) {
        urls.setAll(Stream.concat(Stream.of(url), urls.stream().filter(other -> !other.equals(url)))
                .limit(MOST)
                .toList());
        settings.write(section, new Remembered(List.copyOf(urls)));
    }
}
