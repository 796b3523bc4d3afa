package clasp.journal.testing;

import clasp.journal.wire.FrameWriter;
import clasp.journal.wire.Message;
import clasp.journal.wire.WireValue;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A CLASP client for tests that need somebody to write to a router, wherever it runs. Waits long for answers.
public final class ClaspClient implements WebSocket.Listener, AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    private final FrameAssembly assembly = new FrameAssembly();
    private final WebSocket socket;

    /// Says HELLO and waits until it is answered.
    public ClaspClient(String url, @Nullable String token) throws Exception {
        socket = http.newWebSocketBuilder()
                .subprotocols("clasp")
                .buildAsync(URI.create(url), this)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        send(new Message.Hello(1, Set.of(), "test", token));
        await(Message.Snapshot.class);
    }

    public void send(Message message) throws Exception {
        socket.sendBinary(ByteBuffer.wrap(FrameWriter.write(message)), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// Sets a param and waits until that is acknowledged.
    public Message.Ack set(String address, long value) throws Exception {
        send(new Message.Set(address, WireValue.Int.of(value), null, false, false, null));
        return await(Message.Ack.class);
    }

    /// The next message of this kind; others before it are passed over.
    public <T extends Message> T await(Class<T> kind) throws InterruptedException {
        while (true) {
            Message message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("No " + kind.getSimpleName() + " came.");
            }
            if (kind.isInstance(message)) {
                return kind.cast(message);
            }
        }
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        assembly.add(data, last).ifPresent(received::add);
        from.request(1);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable brokenOff) {
        // Whoever waits for an answer finds out.
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }
}
