package clasp.journal.app;

import clasp.journal.ui.sources.Keyring;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The keyring of the operating system, through the tool that comes with it. The secret goes to the tool's standard
/// input and comes from its standard output, and so is never seen in the list of processes. Thread-safe.
final class KeyringTool implements Keyring {
    private static final System.Logger LOG = System.getLogger(KeyringTool.class.getName());

    /// The user may have to unlock the keyring first.
    private static final int PATIENCE_SECONDS = 60;

    private static final int MAX_SECRET_BYTES = 1 << 16;

    private final KeyringCommands commands;
    private @Nullable Boolean there;

    KeyringTool(KeyringCommands commands) {
        this.commands = commands;
    }

    /// The one of this system; one that keeps nothing where there is none, or its tool is not installed.
    ///
    /// @param system as in the property `os.name`
    static Keyring of(String system) {
        return KeyringCommands.of(system).<Keyring>map(KeyringTool::new).orElseGet(Keyring::none);
    }

    @Override
    public synchronized boolean isThere() {
        Boolean known = there;
        if (known == null) {
            known = run(commands.probe(), "").isPresent();
            there = known;
        }
        return known;
    }

    @Override
    public Optional<String> find(String url) {
        return isThere()
                ? run(commands.find(url), "").map(String::strip).filter(secret -> !secret.isEmpty())
                : Optional.empty();
    }

    @Override
    public boolean keep(String url, String secret) {
        return isThere() && run(commands.keep(url), commands.input(url, secret)).isPresent();
    }

    @Override
    public void forget(String url) {
        if (isThere()) {
            run(commands.forget(url), "");
        }
    }

    @Override
    public String missing() {
        return commands.missing();
    }

    /// What the tool printed; empty when it failed. The log never has what it was given or printed.
    private static Optional<String> run(List<String> command, String input) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException hasEndedBefore) {
                LOG.log(Level.DEBUG, "The tool of the keyring took no input", hasEndedBefore);
            }
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                LOG.log(Level.WARNING, "The keyring did not answer ({0}).", command.getFirst());
                return Optional.empty();
            }
            byte[] output = process.getInputStream().readNBytes(MAX_SECRET_BYTES);
            return process.exitValue() == 0
                    ? Optional.of(new String(output, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException notInstalled) {
            LOG.log(Level.DEBUG, "There is no {0} here", command.getFirst());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
