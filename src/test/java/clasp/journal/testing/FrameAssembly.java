package clasp.journal.testing;

import clasp.journal.wire.FrameReader;
import clasp.journal.wire.Message;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Puts together what Java's WebSocket client may deliver in parts. Confined to one connection.
public final class FrameAssembly {
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();

    /// The message that these bytes complete; empty while some are missing.
    public Optional<Message> add(ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        partial.writeBytes(bytes);
        if (!last) {
            return Optional.empty();
        }
        Message message = FrameReader.read(partial.toByteArray()).message();
        partial.reset();
        return Optional.of(message);
    }
}
