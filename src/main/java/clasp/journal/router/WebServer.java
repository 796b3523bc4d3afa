package clasp.journal.router;

import clasp.journal.model.CoreTexts;
import clasp.journal.router.core.Limits;
import clasp.journal.wire.Frame;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;

/// The sockets: WebSocket at one address, the journal's REST API at another. Thread-safe.
final class WebServer implements AutoCloseable {
    private static final String SUBPROTOCOL = "clasp";
    private static final int MAX_THREADS = 32;

    /// The longest frame: header, timestamp, payload.
    private static final int MAX_FRAME_BYTES = 12 + Frame.MAX_PAYLOAD_BYTES;

    /// Far longer than it takes a client to answer the pings that come meanwhile.
    private static final Duration SILENCE = Duration.ofSeconds(90);

    /// Connections beyond the sessions: REST clients, and those that are about to be refused.
    private static final int MORE_CONNECTIONS = 64;

    /// Kept, since its level would go with it. Jetty tells of every start otherwise.
    private static final Logger JETTY_LOG = Logger.getLogger("org.eclipse.jetty");

    static {
        if (JETTY_LOG.getLevel() == null) {
            JETTY_LOG.setLevel(Level.WARNING);
        }
    }

    private final Server server;
    private final ServerConnector webSockets;
    private final @Nullable ServerConnector http;
    private final RouterSetup setup;
    private final Engine engine;
    private final Micros micros;
    private final Semaphore places;
    private final Backlog backlog;
    private volatile @Nullable ServerWebSocketContainer sessions;

    WebServer(RouterSetup setup, Engine engine, Micros micros) {
        this.setup = setup;
        this.engine = engine;
        this.micros = micros;
        places = new Semaphore(setup.limits().sessions());
        backlog = new Backlog(setup.limits());
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 4);
        threads.setName("router web");
        server = new Server(threads);
        server.setErrorHandler(new JsonErrors());
        webSockets = connector(setup.listen(), new InPlace(threads));
        http = setup.httpAddress().map(address -> connector(address, threads)).orElse(null);
        LocalOnly guard = new LocalOnly(!setup.token().isRequired());
        Handler clasp = new At(webSockets, WebSocketUpgradeHandler.from(server, this::configure));
        JournalApi api = new JournalApi(setup.journal(), setup.token());
        guard.setHandler(http == null ? clasp : new Handler.Sequence(clasp, new At(http, api)));
        server.setHandler(guard);
        server.addBean(new NetworkConnectionLimit(setup.limits().sessions() + MORE_CONNECTIONS, server));
    }

    void start() {
        open(webSockets, setup.listen());
        setup.httpAddress().ifPresent(address -> {
            if (http != null) {
                open(http, address);
            }
        });
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw new RouterException(CoreTexts.text("router.noStart", String.valueOf(e.getMessage())), e);
        }
    }

    InetSocketAddress address() {
        return bound(webSockets, setup.listen());
    }

    Optional<InetSocketAddress> httpAddress() {
        return setup.httpAddress().map(address -> http == null ? address : bound(http, address));
    }

    @Override
    public void close() {
        ServerWebSocketContainer open = sessions;
        if (open != null) {
            Farewell.to(open.getOpenSessions());
        }
        try {
            server.stop();
        } catch (Exception e) {
            throw new RouterException(CoreTexts.text("router.noStop", String.valueOf(e.getMessage())), e);
        } finally {
            webSockets.close();
            if (http != null) {
                http.close();
            }
        }
    }

    static String text(InetSocketAddress address) {
        return address.getHostString() + ":" + address.getPort();
    }

    private static InetSocketAddress bound(ServerConnector connector, InetSocketAddress wished) {
        return new InetSocketAddress(wished.getAddress(), connector.getLocalPort());
    }

    private ServerConnector connector(InetSocketAddress address, Executor executor) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        ServerConnector connector =
                new ServerConnector(server, executor, null, null, 1, 1, new HttpConnectionFactory(configuration));
        connector.setHost(address.getHostString());
        connector.setPort(address.getPort());
        server.addConnector(connector);
        return connector;
    }

    private static void open(ServerConnector connector, InetSocketAddress address) {
        try {
            connector.open();
        } catch (IOException e) {
            connector.close();
            throw new RouterException(CoreTexts.text("router.noListen", text(address), reason(e)), e);
        }
    }

    /// In words, and what to do.
    private static String reason(IOException failure) {
        String said = failure.getCause() instanceof BindException refused
                ? String.valueOf(refused.getMessage())
                : String.valueOf(failure.getMessage());
        if (said.startsWith("Address already in use")) {
            return CoreTexts.text("router.portTaken");
        }
        if (said.startsWith("Cannot assign requested address")) {
            return CoreTexts.text("router.notOurs");
        }
        if (said.startsWith("Permission denied")) {
            return CoreTexts.text("router.portReserved");
        }
        return CoreTexts.text("router.otherPort", said);
    }

    private void configure(ServerWebSocketContainer container) {
        sessions = container;
        container.setMaxBinaryMessageSize(MAX_FRAME_BYTES);
        container.setMaxTextMessageSize(MAX_FRAME_BYTES);
        container.setIdleTimeout(SILENCE);
        container.addMapping("/*", this::connection);
    }

    private @Nullable Object connection(
            ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        Limits limits = setup.limits();
        if (places.availablePermits() == 0) {
            Response.writeError(
                    request,
                    response,
                    callback,
                    HttpStatus.SERVICE_UNAVAILABLE_503,
                    "There are " + limits.sessions() + " sessions already.");
            return null;
        }
        if (request.hasSubProtocol(SUBPROTOCOL)) {
            response.setAcceptedSubProtocol(SUBPROTOCOL);
        }
        // Without compression: frames are small, and a small one could unfold to a large one.
        response.setExtensions(List.of());
        return new ClientConnection(engine, micros, limits, places, backlog);
    }

    /// Handles what comes in at one address only.
    private static final class At extends Handler.Wrapper {
        private final Connector connector;

        At(Connector connector, Handler handler) {
            super(handler);
            this.connector = connector;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            return request.getConnectionMetaData().getConnector() == connector
                    && super.handle(request, response, callback);
        }
    }
}
