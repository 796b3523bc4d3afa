package clasp.journal.ui.sources;

import clasp.journal.settings.Settings;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.UsedUrls;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javafx.collections.ObservableList;

/// The relays connected to last, newest first: their addresses are remembered between runs, their tokens only for this
/// run: what is to outlive it is in the keyring. Confined to the FX thread.
public final class SavedRelays {
    private final UsedUrls urls;
    private final Map<String, Token> tokens = new HashMap<>();
    private final Map<String, String> refused = new HashMap<>();
    private final Set<String> toBeKept = new HashSet<>();
    private final Map<String, TaskSlot> offers = new HashMap<>();

    /// @param typed by the user for the last connection, not filled in
    private record Token(String secret, boolean typed) {}

    public SavedRelays(Settings settings) {
        urls = new UsedUrls(settings, "relays");
    }

    ObservableList<String> urls() {
        return urls.urls();
    }

    /// What was used for it in this run; empty for none.
    String token(String url) {
        return found(url).secret();
    }

    /// Whether the user typed that for the last connection.
    boolean typed(String url) {
        return found(url).typed();
    }

    /// The relay did not take this token, which is not filled in again.
    public void refused(String url, String token) {
        refused.put(url, token);
        if (token(url).equals(token)) {
            tokens.remove(url);
        }
    }

    /// Whether the relay did not take this token when it was asked last.
    boolean wasRefused(String url, String token) {
        return token.equals(refused.get(url));
    }

    /// Whether the user wanted the token for it to outlive this run, when one was used last.
    boolean isToBeKept(String url) {
        return toBeKept.contains(url);
    }

    void toBeKept(String url, boolean wanted) {
        if (wanted) {
            toBeKept.add(url);
        } else {
            toBeKept.remove(url);
        }
    }

    /// Where a token is offered to it before it is kept: only the one that was used last.
    TaskSlot offer(String url) {
        return offers.computeIfAbsent(url, any -> new TaskSlot());
    }

    private Token found(String url) {
        return tokens.getOrDefault(url, new Token("", false));
    }

    /// A token was typed for it, or there is none.
    public void connected(String url, String token) {
        connected(url, token, true);
    }

    void connected(String url, String token, boolean typed) {
        refused.remove(url);
        tokens.put(url, new Token(token, typed));
        urls.used(url);
    }
}
