package clasp.journal.app;

import java.net.InetSocketAddress;
import javafx.scene.input.KeyCode;

/// Fills the dialog that connects to a relay as a user does. Stateless.
final class ConnectDialog {
    private ConnectDialog() {}

    static void fill(OpenWindow window, InetSocketAddress relay, String token) {
        window.click("#command-connect");
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.type("127.0.0.1:" + relay.getPort());
        window.click("#connectToken");
        window.type(token);
    }
}
