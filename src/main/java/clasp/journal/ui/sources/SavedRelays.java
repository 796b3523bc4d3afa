package clasp.journal.ui.sources;

import clasp.journal.settings.Settings;
import clasp.journal.ui.fx.UsedUrls;
import java.util.HashMap;
import java.util.Map;
import javafx.collections.ObservableList;

/// The relays connected to last, newest first: their addresses are remembered between runs, their tokens only for this
/// run: what is to outlive it is in the keyring. Confined to the FX thread.
public final class SavedRelays {
    private final UsedUrls urls;
    private final Map<String, String> tokens = new HashMap<>();

    public SavedRelays(Settings settings) {
        urls = new UsedUrls(settings, "relays");
    }

    ObservableList<String> urls() {
        return urls.urls();
    }

    /// What was typed for it in this run; empty for none.
    String token(String url) {
        return tokens.getOrDefault(url, "");
    }

    public void connected(String url, String token) {
        tokens.put(url, token);
        urls.used(url);
    }
}
