package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import clasp.journal.ui.sources.Keyring;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeyringToolTest {
    private static final String SECRET = "t0p-s3cret";

    @Test
    void noCommandEverHoldsTheSecret() {
        for (KeyringCommands commands :
                new KeyringCommands[] {new KeyringCommands.SecretService(), new KeyringCommands.Keychain()}) {
            assertThat(commands.keep("http://a:1")).noneMatch(word -> word.contains(SECRET));
            assertThat(commands.input("http://a:1", SECRET)).contains(SECRET);
        }
        assertThat(new KeyringCommands.Keychain().input("a", "x\"y\\z")).contains("\"x\\\"y\\\\z\"");
    }

    @Test
    void whereThereIsNoKeyringNothingIsKept() {
        Keyring none = KeyringTool.of("Plan 9");
        assertThat(none.isThere()).isFalse();
        assertThat(none.keep("http://a:1", SECRET)).isFalse();
        assertThat(none.find("http://a:1")).isEmpty();
    }

    /// Where a session has one: `dbus-run-session` with an unlocked `gnome-keyring-daemon` is enough.
    @Test
    void theSystemsKeyringKeepsAndForgets() {
        Keyring keyring = KeyringTool.of(System.getProperty("os.name"));
        assumeThat(keyring.isThere()).isTrue();
        String url = "http://test-" + UUID.randomUUID() + ":7350";
        assertThat(keyring.find(url)).isEmpty();
        assertThat(keyring.keep(url, SECRET)).isTrue();
        assertThat(keyring.find(url)).contains(SECRET);
        assertThat(keyring.keep(url, "another")).isTrue();
        assertThat(keyring.find(url)).contains("another");
        keyring.forget(url);
        assertThat(keyring.find(url)).isEmpty();
    }
}
