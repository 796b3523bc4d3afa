package clasp.journal.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Takes whoever connects to a port, each on a thread of its own, until it is closed; all connections end then.
/// Thread-safe.
public final class Connections implements AutoCloseable {
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private final Consumer<Socket> served;

    /// @param server closed with this
    /// @param served gets each connection
    public Connections(ServerSocket server, Consumer<Socket> served) {
        this.server = server;
        this.served = served;
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /// Another connection that ends with these.
    void add(Socket socket) {
        open.add(socket);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> served.accept(socket));
            } catch (IOException closed) {
                return;
            }
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
