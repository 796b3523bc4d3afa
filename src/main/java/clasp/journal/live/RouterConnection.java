package clasp.journal.live;

import clasp.journal.model.CoreTexts;
import clasp.journal.wire.FrameReader;
import clasp.journal.wire.FrameWriter;
import clasp.journal.wire.Message;
import clasp.journal.wire.WireException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One WebSocket to a router. Messages are passed on one at a time, in order; the next one is read when the hearer is
/// done, so a hearer that takes its time holds up the router and not the memory. Whatever is wrong ends the connection
/// with a reason, once. Thread-safe.
final class RouterConnection implements WebSocket.Listener, AutoCloseable {
    private static final String SUBPROTOCOL = "clasp";

    /// How often a router may leave us without a sign of life.
    private static final int PATIENCE = 15;

    private final RouterFailures failures;
    private final Consumer<Message> hearer;
    private final FramePieces pieces = new FramePieces();
    private final CompletableFuture<RelayException> ended = new CompletableFuture<>();
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
    private volatile @Nullable WebSocket socket;
    private volatile long heardNanos = System.nanoTime();
    private volatile boolean hearing;

    private RouterConnection(RouterFailures failures, Consumer<Message> hearer) {
        this.failures = failures;
        this.hearer = hearer;
    }

    /// @param hearer called on the connection's threads, one message after the other; may block
    /// @throws RelayException when there is no connection
    static RouterConnection open(
            HttpClient http, RouterFailures failures, Duration patience, Consumer<Message> hearer) {
        RouterConnection connection = new RouterConnection(failures, hearer);
        CompletableFuture<WebSocket> opening = http.newWebSocketBuilder()
                .subprotocols(SUBPROTOCOL)
                .connectTimeout(patience)
                .buildAsync(failures.address().uri(), connection);
        try {
            opening.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return connection;
        } catch (ExecutionException e) {
            throw failures.opening(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            opening.thenAccept(WebSocket::abort);
            throw failures.of(e);
        } catch (InterruptedException e) {
            opening.thenAccept(WebSocket::abort);
            Thread.currentThread().interrupt();
            throw failures.of(e);
        }
    }

    /// Sends after what was sent before. A failure ends the connection.
    synchronized void send(Message message) {
        WebSocket open = socket;
        if (open != null && !ended.isDone()) {
            byte[] frame = FrameWriter.write(message);
            sending = sending.thenCompose(before -> open.sendBinary(ByteBuffer.wrap(frame), true))
                    .exceptionally(failure -> {
                        end(failures.of(failure));
                        return null;
                    });
        }
    }

    /// Completed with the reason when it is over.
    CompletableFuture<RelayException> ended() {
        return ended;
    }

    /// How long nothing was heard. While the hearer takes its time, that is not the router's silence.
    Duration silence() {
        return hearing ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - heardNanos);
    }

    /// Asks a router that says nothing for a sign of life; when that was of no use often enough, it is given up.
    /// A connection that was broken off fails by the asking where nobody has told us: Java's WebSocket forgets an
    /// end that comes while a message is worked on.
    ///
    /// @param quiet how long a router may say nothing
    /// @param ask sends a message that a router answers
    void keepAlive(Duration quiet, Runnable ask) {
        Duration silence = silence();
        if (silence.compareTo(quiet.multipliedBy(PATIENCE)) > 0) {
            end(failures.silent());
        } else if (silence.compareTo(quiet) > 0) {
            ask.run();
        }
    }

    void end(RelayException reason) {
        if (ended.complete(reason)) {
            WebSocket open = socket;
            if (open != null) {
                open.abort();
            }
        }
    }

    @Override
    public void close() {
        end(failures.closed(WebSocket.NORMAL_CLOSURE, ""));
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        heardNanos = System.nanoTime();
        if (!pieces.add(data)) {
            end(failures.garbage(CoreTexts.text("live.garbage.long", Integer.toString(FramePieces.MOST_BYTES))));
            return null;
        }
        if (last) {
            hear(pieces.take());
        }
        from.request(1);
        return null;
    }

    private void hear(byte[] frame) {
        if (ended.isDone()) {
            return;
        }
        hearing = true;
        try {
            hearer.accept(FrameReader.read(frame).message());
        } catch (WireException e) {
            end(failures.garbage(e));
        } catch (RuntimeException e) {
            end(failures.mistake(e));
        } finally {
            heardNanos = System.nanoTime();
            hearing = false;
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        end(failures.garbage(CoreTexts.text("live.garbage.text")));
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        heardNanos = System.nanoTime();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        end(failures.closed(statusCode, reason));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end(failures.of(error));
    }
}
