package clasp.journal.router;

import clasp.journal.router.core.Client;
import clasp.journal.router.core.Moment;
import clasp.journal.wire.Message;
import java.util.Iterator;
import java.util.List;

/// One connected client. Methods do not block unless stated, and do nothing once it has gone. Thread-safe.
interface Peer {
    /// How the rules see it; for the engine's thread only.
    Client client();

    /// When it connected.
    Moment since();

    /// Sends answers, however much is queued: a client asks for nothing more before it has taken most of them.
    void reply(List<Message> messages);

    /// Sends an answer of any length after what is queued: each message is asked for, on whatever thread, when those
    /// before it are on their way.
    void replyAsRead(Iterator<Message> messages);

    /// Sends what others caused; drops and counts it when too much is queued.
    ///
    /// @return false when it was dropped
    boolean offer(byte[] frame);

    /// A message of the client's is done with. More are read as soon as most of what is queued has been sent.
    void next();

    /// Blocks until most of what is queued has been sent.
    ///
    /// @return whether the client is still there
    boolean awaitRoom() throws InterruptedException;

    /// Ends the connection when what is queued has been sent.
    void hangUp(String reason);

    /// Whether it has yet to take the rest of an answer that is sent as it is read.
    boolean isReading();

    /// Ends the connection at once, whatever is queued.
    void cutOff();

    /// Asks for a sign of life.
    void ping();
}
