package clasp.journal.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/// Speaks TLS with clients and passes on what they say. Thread-safe.
public final class TlsFront implements AutoCloseable {
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private final int behind;

    TlsFront(SSLContext context, int behind) throws IOException {
        this.behind = behind;
        server = context.getServerSocketFactory().createServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket outside = server.accept();
                open.add(outside);
                Socket inside = new Socket(InetAddress.getLoopbackAddress(), behind);
                open.add(inside);
                Thread.ofVirtual().start(() -> pass(outside, inside));
                Thread.ofVirtual().start(() -> pass(inside, outside));
            } catch (IOException closed) {
                return;
            }
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
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
