package clasp.journal.app;

import java.nio.file.Path;

/// Fills the dialog that hosts a session as a user does, and reads what the strip says of the session. Stateless.
final class HostDialog {
    private HostDialog() {}

    /// Opens it and chooses ports that are free.
    static void open(OpenWindow window) {
        window.click("#command-host");
        chooseFreePorts(window);
    }

    static void chooseFreePorts(OpenWindow window) {
        window.fill("#hostPort", "0");
        window.fill("#hostHttpPort", "0");
    }

    /// Hosts a session in memory; returns when it is there.
    static void host(OpenWindow window) {
        open(window);
        window.click("#hostStart");
        window.awaitText("#hostTraffic", "no clients");
    }

    /// Begins to host one in a new file.
    static void hostIn(Path file, OpenWindow window) {
        open(window);
        window.click("#hostInFile");
        window.willSave(file);
        window.click("#hostBrowse");
        window.click("#hostStart");
    }

    /// Where the session is to be reached.
    ///
    /// @param scheme such as `ws://`
    static String url(OpenWindow window, String scheme) {
        window.find("#hostStrip");
        return window.texts("#hostCopy").stream()
                .filter(text -> text.startsWith(scheme))
                .findFirst()
                .orElseThrow();
    }
}
