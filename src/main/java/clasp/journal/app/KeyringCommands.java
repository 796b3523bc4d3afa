package clasp.journal.app;

import clasp.journal.ui.fx.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How the tool of an operating system's keyring is called. Immutable.
sealed interface KeyringCommands {
    String SERVICE = "clasp-journal-browser";

    /// Succeeds exactly where there is a keyring.
    List<String> probe();

    /// Prints the secret.
    List<String> find(String url);

    /// Takes what [#input] gives.
    List<String> keep(String url);

    String input(String url, String secret);

    List<String> forget(String url);

    /// What is said where there is no keyring.
    default String missing() {
        return Texts.text("sources.connect.remember.not");
    }

    /// Empty where none is known.
    ///
    /// @param system as in the property `os.name`
    static Optional<KeyringCommands> of(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("linux")) {
            return Optional.of(new SecretService("secret-tool"));
        }
        return name.contains("mac") ? Optional.of(new Keychain()) : Optional.empty();
    }

    /// `secret-tool` of libsecret, for GNOME's and KDE's keyrings.
    ///
    /// @param tool its name, or where it lies
    record SecretService(String tool) implements KeyringCommands {
        @Override
        public List<String> probe() {
            // Fails without a service to ask; finds nothing, which is success here, with one.
            return List.of("sh", "-c", "command -v \"$0\" >/dev/null && \"$0\" search --all service none", tool);
        }

        @Override
        public List<String> find(String url) {
            return List.of(tool, "lookup", "service", SERVICE, "url", url);
        }

        @Override
        public List<String> keep(String url) {
            return List.of(tool, "store", "--label", "CLASP relay " + url, "service", SERVICE, "url", url);
        }

        @Override
        public String input(String url, String secret) {
            return secret;
        }

        @Override
        public List<String> forget(String url) {
            return List.of(tool, "clear", "service", SERVICE, "url", url);
        }

        @Override
        public String missing() {
            return Texts.text("sources.connect.remember.not.linux");
        }
    }

    /// `security` of macOS, which reads commands from its standard input.
    record Keychain() implements KeyringCommands {
        @Override
        public List<String> probe() {
            return List.of("security", "default-keychain");
        }

        @Override
        public List<String> find(String url) {
            return List.of("security", "find-generic-password", "-s", SERVICE, "-a", url, "-w");
        }

        @Override
        public List<String> keep(String url) {
            return List.of("security", "-i");
        }

        @Override
        public String input(String url, String secret) {
            return "add-generic-password -U -s " + SERVICE + " -a " + quoted(url) + " -w " + quoted(secret) + "\n";
        }

        @Override
        public List<String> forget(String url) {
            return List.of("security", "delete-generic-password", "-s", SERVICE, "-a", url);
        }

        private static String quoted(String text) {
            return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
    }
}
