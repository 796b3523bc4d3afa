package clasp.journal.router;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.router.core.Messages;
import clasp.journal.testing.FrameAssembly;
import clasp.journal.wire.FrameWriter;
import clasp.journal.wire.Message;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A CLASP client over a real WebSocket. Waits long for what must come, so that a slow machine fails no test.
public final class TestClient implements WebSocket.Listener, AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final FrameAssembly assembly = new FrameAssembly();
    private final boolean reads;
    private final WebSocket socket;

    private TestClient(InetSocketAddress address, boolean reads) throws Exception {
        this.reads = reads;
        socket = HTTP.newWebSocketBuilder()
                .subprotocols("clasp")
                .buildAsync(URI.create("ws://127.0.0.1:" + address.getPort() + "/"), this)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// One that has said nothing yet.
    public static TestClient connect(Router router) throws Exception {
        return new TestClient(router.address(), true);
    }

    /// One that has said HELLO and was answered.
    public static TestClient greeted(Router router) throws Exception {
        return greeted(router, null);
    }

    /// The same with a token.
    public static TestClient greeted(Router router, @Nullable String token) throws Exception {
        TestClient client = connect(router);
        client.send(Messages.hello(token));
        assertThat(client.next()).isInstanceOf(Message.Welcome.class);
        assertThat(client.next()).isInstanceOf(Message.Snapshot.class);
        return client;
    }

    /// One that sends but takes nothing from its socket.
    static TestClient deaf(Router router) throws Exception {
        return new TestClient(router.address(), false);
    }

    /// Begins to take what the router has sent.
    void listen() {
        socket.request(1);
    }

    String subprotocol() {
        return socket.getSubprotocol();
    }

    public void send(Message message) throws Exception {
        sendBytes(FrameWriter.write(message));
    }

    void sendBytes(byte[] frame) throws Exception {
        socket.sendBinary(ByteBuffer.wrap(frame), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    void sendText(String text) throws Exception {
        socket.sendText(text, true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// The beginning of a text message that goes on.
    void beginText(String text) throws Exception {
        socket.sendText(text, false).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// The next message, whatever it is.
    Message next() throws InterruptedException {
        Message message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(message).as("a message within " + PATIENCE_SECONDS + " s").isNotNull();
        return message;
    }

    /// The next message of this kind; others before it are passed over.
    <T extends Message> T next(Class<T> kind) throws InterruptedException {
        Message message = next();
        while (!kind.isInstance(message)) {
            message = next();
        }
        return kind.cast(message);
    }

    /// Sends and returns the answer.
    Message ask(Message message) throws Exception {
        send(message);
        return next();
    }

    /// Everything that came before the answer to a PING.
    public List<Message> untilPong() throws Exception {
        send(new Message.Ping());
        var messages = new ArrayList<Message>();
        for (Message message = next(); !(message instanceof Message.Pong); message = next()) {
            messages.add(message);
        }
        return messages;
    }

    /// Waits for the router to end the connection; returns the reason that it gives.
    String awaitClose() throws Exception {
        return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reads) {
            opened.request(1);
        }
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        assembly.add(data, last).ifPresent(received::add);
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        closed.complete(reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
