package clasp.journal.app;

/// Fills the dialog that hosts a session as a user does, and reads what the strip says of the session. Stateless.
final class HostDialog {
    private HostDialog() {}

    static void chooseFreePorts(OpenWindow window) {
        window.fill("#hostPort", "0");
        window.fill("#hostHttpPort", "0");
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
