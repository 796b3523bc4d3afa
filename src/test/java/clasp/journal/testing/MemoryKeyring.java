package clasp.journal.testing;

import clasp.journal.ui.sources.Keyring;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A keyring that a test can look into. Thread-safe.
public final class MemoryKeyring implements Keyring {
    public final Map<String, String> secrets = new ConcurrentHashMap<>();

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public Optional<String> find(String url) {
        return Optional.ofNullable(secrets.get(url));
    }

    @Override
    public boolean keep(String url, String secret) {
        secrets.put(url, secret);
        return true;
    }

    @Override
    public void forget(String url) {
        secrets.remove(url);
    }
}
