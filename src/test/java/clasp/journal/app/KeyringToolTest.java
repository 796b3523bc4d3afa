package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.ui.sources.Keyring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The tools are those of Linux and macOS.")
class KeyringToolTest {
    private static final String SECRET = "t0p-s3cret";

    @TempDir
    private static Path folder;

    @Test
    void noCommandEverHoldsTheSecret() {
        for (KeyringCommands commands :
                new KeyringCommands[] {new KeyringCommands.SecretService("secret-tool"), new KeyringCommands.Keychain()
                }) {
            assertThat(commands.keep("http://a:1")).noneMatch(word -> word.contains(SECRET));
            assertThat(commands.input("http://a:1", SECRET)).contains(SECRET);
        }
        assertThat(new KeyringCommands.Keychain().input("a", "x\"y\\z")).contains("\"x\\\"y\\\\z\"");
    }

    @Test
    void whereThereIsNoKeyringNothingIsKept() throws IOException {
        for (Keyring none : new Keyring[] {
            KeyringTool.of("Plan 9"),
            tool("locked", "exit 1"),
            new KeyringTool(
                    new KeyringCommands.SecretService(folder.resolve("none").toString()))
        }) {
            assertThat(none.isThere()).isFalse();
            assertThat(none.keep("http://a:1", SECRET)).isFalse();
            assertThat(none.find("http://a:1")).isEmpty();
            none.forget("http://a:1");
        }
        assertThat(folder.resolve("locked.calls")).content().hasLineCount(1).startsWith("search ");
    }

    @Test
    void whatTheKeyringDoesNotTakeIsNotKept() throws IOException {
        Keyring full = tool("full", "[ \"$1\" = search ]");
        assertThat(full.isThere()).isTrue();
        assertThat(full.keep("http://a:1", SECRET)).isFalse();
        assertThat(full.find("http://a:1")).isEmpty();
    }

    /// One that is written here, and this session's own where it has one: `dbus-run-session` with an unlocked
    /// `gnome-keyring-daemon` is enough.
    static Stream<Keyring> keyrings() throws IOException {
        return Stream.of(tool("secret-tool", """
            for last in "$@"; do :; done
            kept="$0.$(printf %s "$last" | tr -c 'a-z0-9\\n' _)"
            case "$1" in
              search) exit 0 ;;
              store) cat >"$kept" ;;
              lookup) cat "$kept" 2>/dev/null ;;
              clear) rm -f "$kept" ;;
              *) exit 2 ;;
            esac\
            """), KeyringTool.of(System.getProperty("os.name")))
                .filter(Keyring::isThere);
    }

    @ParameterizedTest
    @MethodSource("keyrings")
    void theSystemsKeyringKeepsAndForgets(Keyring keyring) {
        String url = "http://test-" + UUID.randomUUID() + ":7350";
        assertThat(keyring.find(url)).isEmpty();
        assertThat(keyring.keep(url, SECRET)).isTrue();
        assertThat(keyring.find(url)).contains(SECRET);
        assertThat(keyring.find(url + "0")).isEmpty();
        assertThat(keyring.keep(url, "another")).isTrue();
        assertThat(keyring.find(url)).contains("another");
        keyring.forget(url);
        assertThat(keyring.find(url)).isEmpty();
        assertThat(folder.resolve("secret-tool.calls"))
                .content()
                .contains("search ")
                .doesNotContain(SECRET)
                .doesNotContain("another");
    }

    /// One that notes what it is called with.
    private static Keyring tool(String name, String script) throws IOException {
        Path tool = folder.resolve(name);
        Files.writeString(tool, "#!/bin/sh\necho \"$@\" >>\"$0.calls\"\n" + script + "\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
        return new KeyringTool(new KeyringCommands.SecretService(tool.toString()));
    }

    @Test
    void whereThereIsNoneItIsSaidWhatToInstall() {
        assertThat(new KeyringTool(new KeyringCommands.SecretService("secret-tool")).missing())
                .contains("secret-tool", "libsecret-tools");
        assertThat(KeyringTool.of("Plan 9").missing()).endsWith("there is no keyring here");
    }
}
