package clasp.journal.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;

/// Speaks TLS with clients and passes on what they say. Thread-safe.
public final class TlsFront implements AutoCloseable {
    private final Connections connections;
    private final int behind;

    TlsFront(SSLContext context, int behind) throws IOException {
        this.behind = behind;
        connections = new Connections(
                context.getServerSocketFactory().createServerSocket(0, 0, InetAddress.getLoopbackAddress()),
                this::serve);
    }

    public int port() {
        return connections.port();
    }

    private void serve(Socket outside) {
        try {
            Socket inside = new Socket(InetAddress.getLoopbackAddress(), behind);
            connections.add(inside);
            Thread.ofVirtual().start(() -> pass(inside, outside));
            pass(outside, inside);
        } catch (IOException nobodyIsBehind) {
            return;
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException oneOfThemHasGone) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        connections.close();
    }
}
