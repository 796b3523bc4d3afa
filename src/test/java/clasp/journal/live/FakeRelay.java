package clasp.journal.live;

import clasp.journal.model.Entry;
import clasp.journal.model.EntryJson;
import clasp.journal.model.TimeRange;
import clasp.journal.query.AddressPattern;
import clasp.journal.store.Journal;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// A relay that can be told to misbehave, on a real socket. Thread-safe.
final class FakeRelay implements AutoCloseable {
    /// How a request is answered instead.
    @FunctionalInterface
    interface Fault {
        void answer(HttpExchange exchange) throws IOException;
    }

    /// Path and parameters of every request.
    final List<String> requests = new CopyOnWriteArrayList<>();

    /// The most requests that were under way at once.
    final AtomicInteger mostAtOnce = new AtomicInteger();

    volatile Journal journal;
    volatile Fault fault;

    private final AtomicInteger underWay = new AtomicInteger();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    FakeRelay(Journal journal) {
        this(journal, plain());
    }

    FakeRelay(Journal journal, HttpServer server) {
        this.journal = journal;
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/api/journal", this::handle);
        server.start();
    }

    private static HttpServer plain() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    RelayAddress address() {
        return RelayAddress.of("http://127.0.0.1:" + port());
    }

    static Fault status(int status, String body) {
        return exchange -> send(exchange, status, body);
    }

    private void handle(HttpExchange exchange) throws IOException {
        mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        requests.add(exchange.getRequestURI().toString());
        Fault present = fault;
        try (exchange) {
            if (present == null) {
                send(exchange, 200, answer(exchange));
            } else {
                present.answer(exchange);
            }
        } finally {
            underWay.decrementAndGet();
        }
    }

    /// What it says when nothing is wrong.
    String answer(HttpExchange exchange) {
        Map<String, String> parameters = parameters(exchange);
        String path = exchange.getRequestURI().getPath();
        return switch (path.substring("/api/journal".length())) {
            case "/latest" -> "{\"seq\":" + journal.latestSeq() + "}";
            case "/snapshot" -> "[]";
            case "/query" ->
                list(journal.query(
                        AddressPattern.of(parameters.get("pattern")),
                        new TimeRange(
                                Long.parseUnsignedLong(parameters.getOrDefault("from", "0")),
                                Long.parseUnsignedLong(parameters.getOrDefault("to", "18446744073709551615"))),
                        OptionalInt.of(Integer.parseInt(parameters.get("limit"))),
                        Set.of()));
            case "/since" ->
                list(journal.since(
                        Long.parseLong(parameters.get("seq")),
                        OptionalInt.of(Integer.parseInt(parameters.get("limit")))));
            default -> throw new IllegalArgumentException(path);
        };
    }

    private static String list(List<Entry> entries) {
        return entries.stream().map(EntryJson::write).collect(Collectors.joining(",", "[", "]"));
    }

    private static Map<String, String> parameters(HttpExchange exchange) {
        Map<String, String> parameters = new HashMap<>();
        String query = exchange.getRequestURI().getQuery();
        for (String part : query == null ? new String[0] : query.split("&")) {
            parameters.put(part.split("=")[0], part.split("=")[1]);
        }
        return parameters;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
