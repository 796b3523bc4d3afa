package clasp.journal.ui.sources;

import clasp.journal.ui.fx.Texts;
import java.util.Optional;

/// A place for secrets that outlives the program, such as the operating system's keyring. Every method may wait for the
/// user to unlock it. Failures are logged and otherwise mean that nothing is kept. Thread-safe.
public interface Keyring {
    /// Whether there is one; what is kept in none is gone at once.
    boolean isThere();

    /// What is kept for this relay; empty for nothing.
    Optional<String> find(String url);

    /// Keeps it in place of what was kept for this relay.
    ///
    /// @return whether it is kept now
    boolean keep(String url, String secret);

    void forget(String url);

    /// Says why there is none, and what can be done about it.
    default String missing() {
        return Texts.text("sources.connect.remember.not");
    }

    /// Keeps nothing.
    static Keyring none() {
        return new Keyring() {
            @Override
            public boolean isThere() {
                return false;
            }

            @Override
            public Optional<String> find(String url) {
                return Optional.empty();
            }

            @Override
            public boolean keep(String url, String secret) {
                return false;
            }

            @Override
            public void forget(String url) {
                // Nothing is kept.
            }
        };
    }
}
