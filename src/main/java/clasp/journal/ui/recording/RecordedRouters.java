package clasp.journal.ui.recording;

import clasp.journal.settings.Settings;
import java.util.List;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The routers recorded last, newest first: only their addresses are remembered. Confined to the FX thread.
public final class RecordedRouters {
    private static final int MOST = 12;
    private static final String SECTION = "routers";

    /// As remembered.
    record Remembered(List<String> urls) {
        Remembered {
            urls = urls == null ? List.of() : List.copyOf(urls);
        }
    }

    private final Settings settings;
    private final ObservableList<String> urls = FXCollections.observableArrayList();

    public RecordedRouters(Settings settings) {
        this.settings = settings;
        urls.setAll(settings.read(SECTION, Remembered.class, new Remembered(List.of()))
                .urls());
    }

    ObservableList<String> urls() {
        return urls;
    }

    void recorded(String url) {
        urls.setAll(Stream.concat(Stream.of(url), urls.stream().filter(other -> !other.equals(url)))
                .limit(MOST)
                .toList());
        settings.write(SECTION, new Remembered(List.copyOf(urls)));
    }
}
