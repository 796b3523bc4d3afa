package clasp.journal.router;

import clasp.journal.router.core.Client;
import clasp.journal.wire.Message;
import java.util.List;

/// One connected client. Methods do not block unless stated, and do nothing once it has gone. Thread-safe.
interface Peer {
    /// How the rules see it; for the engine's thread only.
    Client client();

    /// When it connected, by the clock that only goes forward.
    long sinceMicros();

    /// Sends answers, however much is queued: a client asks for nothing more before it has taken most of them.
    void reply(List<Message> messages);

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

    /// Asks for a sign of life.
    void ping();
}
