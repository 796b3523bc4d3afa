package clasp.journal.ui.sources;

import clasp.journal.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The relays connected to last, newest first: their addresses are remembered between runs, their tokens only for this
/// run: what is to outlive it is in the keyring. Confined to the FX thread.
public final class SavedRelays {
    private static final int MOST = 12;
    private static final String SECTION = "relays";

    /// As remembered.
    record Remembered(List<String> urls) {
        Remembered {
            urls = urls == null ? List.of() : List.copyOf(urls);
        }
    }

    private final Settings settings;
    private final ObservableList<String> urls = FXCollections.observableArrayList();
    private final Map<String, String> tokens = new HashMap<>();

    public SavedRelays(Settings settings) {
        this.settings = settings;
        urls.setAll(settings.read(SECTION, Remembered.class, new Remembered(List.of()))
                .urls());
    }

    ObservableList<String> urls() {
        return urls;
    }

    /// What was typed for it in this run; empty for none.
    String token(String url) {
        return tokens.getOrDefault(url, "");
    }

    public void connected(String url, String token) {
        tokens.put(url, token);
        urls.setAll(Stream.concat(Stream.of(url), urls.stream().filter(other -> !other.equals(url)))
                .limit(MOST)
                .toList());
        settings.write(SECTION, new Remembered(List.copyOf(urls)));
    }
}
