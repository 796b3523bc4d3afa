package clasp.journal.router;

import clasp.journal.router.core.Client;
import clasp.journal.router.core.ErrorCodes;
import clasp.journal.router.core.Limits;
import clasp.journal.router.core.Moment;
import clasp.journal.router.core.RateLimit;
import clasp.journal.router.core.Refusal;
import clasp.journal.router.core.Writes;
import clasp.journal.wire.FrameReader;
import clasp.journal.wire.FrameWriter;
import clasp.journal.wire.Message;
import clasp.journal.wire.UnwritableMessageException;
import clasp.journal.wire.WireException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;

/// One client's WebSocket. Only so many of its messages are read before the first of them is done with, and after a
/// question none. Public for the server library, which looks for its methods. Thread-safe.
public final class ClientConnection implements Session.Listener, Peer {
    private static final System.Logger LOG = System.getLogger(ClientConnection.class.getName());

    private final Client client = new Client(UUID.randomUUID().toString());
    private final Engine engine;
    private final Micros micros;
    private final Moment since;
    private final RateLimit rate;
    private final ReadAhead ahead = new ReadAhead();
    private final int mostPerSecond;
    private final Outbox outbox;
    private final Semaphore places;
    private boolean seated;
    private volatile @Nullable Session session;

    /// @param places one for each session; a connection takes one while it is open
    /// @param backlog of all connections
    ClientConnection(Engine engine, Micros micros, Limits limits, Semaphore places, Backlog backlog) {
        this.engine = engine;
        this.micros = micros;
        this.places = places;
        since = micros.now();
        mostPerSecond = limits.messagesPerSecond();
        rate = new RateLimit(mostPerSecond, since.steadyMicros());
        outbox = new Outbox(limits, backlog, this::make, this::send);
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        seated = places.tryAcquire();
        if (!seated) {
            opened.close(StatusCode.TRY_AGAIN_LATER, "too many sessions", Callback.NOOP);
            return;
        }
        engine.joined(this);
        opened.demand();
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        byte[] frame = new byte[payload.remaining()];
        payload.get(frame);
        callback.succeed();
        Message message;
        try {
            message = FrameReader.read(frame).message();
        } catch (WireException e) {
            refuse(ErrorCodes.REFUSED, "This is no CLASP frame. " + e.getMessage());
            hangUp("malformed frame");
            return;
        }
        if (rate.passes(micros.steady())) {
            boolean more = ahead.read(frame.length, !Writes.concerns(message));
            engine.received(this, message);
            if (more) {
                demand();
            }
        } else {
            refuse(ErrorCodes.TOO_MANY, "More than " + mostPerSecond + " messages a second; this one was dropped.");
            demand();
        }
    }

    private void demand() {
        Session open = session;
        if (open != null) {
            outbox.whenRoom(open::demand);
        }
    }

    @Override
    public void onWebSocketText(String text) {
        refuse(ErrorCodes.REFUSED, "CLASP frames are binary messages, not text.");
        hangUp("text message");
    }

    /// Clients break off in many ways; the connection is closed after each.
    @Override
    public void onWebSocketError(Throwable cause) {
        LOG.log(Level.DEBUG, "A connection broke off", cause);
    }

    @Override
    public void onWebSocketClose(int statusCode, String reason, Callback callback) {
        outbox.close();
        if (seated) {
            engine.left(this);
            places.release();
        }
        callback.succeed();
    }

    @Override
    public Client client() {
        return client;
    }

    @Override
    public Moment since() {
        return since;
    }

    @Override
    public void reply(List<Message> messages) {
        messages.forEach(message -> outbox.add(frame(message)));
    }

    @Override
    public void replyAsRead(Iterator<Message> messages) {
        outbox.addAsRead(new Iterator<>() {
            @Override
            public boolean hasNext() {
                return messages.hasNext();
            }

            @Override
            public byte[] next() {
                return frame(messages.next());
            }
        });
    }

    /// An answer that no frame can carry is told as such.
    private static byte[] frame(Message message) {
        try {
            return FrameWriter.write(message);
        } catch (UnwritableMessageException e) {
            String sentence = "The answer, " + message.kind() + ", cannot be sent. " + e.what();
            return FrameWriter.write(new Refusal(ErrorCodes.FAILED, sentence, null).message());
        }
    }

    @Override
    public boolean offer(byte[] frame) {
        return outbox.offer(frame);
    }

    @Override
    public void next() {
        if (ahead.done()) {
            demand();
        }
    }

    @Override
    public boolean awaitRoom() throws InterruptedException {
        return outbox.awaitRoom();
    }

    @Override
    public void hangUp(String reason) {
        Session open = session;
        if (open != null) {
            outbox.end(() -> open.close(StatusCode.POLICY_VIOLATION, reason, Callback.NOOP));
        }
    }

    @Override
    public boolean isReading() {
        return outbox.isMaking();
    }

    @Override
    public void cutOff() {
        Session open = session;
        outbox.close();
        if (open != null) {
            open.disconnect();
        }
    }

    @Override
    public void ping() {
        Session open = session;
        if (open != null) {
            open.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
        }
    }

    /// On a thread of its own: neither the router's nor that of the sockets waits for a long answer.
    private void make(Runnable frame) {
        Thread.ofVirtual().name("answer " + client.session()).start(() -> {
            try {
                frame.run();
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "An answer could not be made; its session ends.", e);
                cutOff();
            }
        });
    }

    private void refuse(int code, String sentence) {
        reply(List.of(new Refusal(code, sentence, null).message()));
    }

    /// Whatever keeps a frame from being sent ends the connection.
    private void send(byte[] frame, Runnable sent) {
        Session open = session;
        if (open != null) {
            open.sendBinary(ByteBuffer.wrap(frame), Callback.from(sent, failure -> cutOff()));
        }
    }
}
