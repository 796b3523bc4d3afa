package clasp.journal.ui.sources;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What is to be hosted, as far as it was typed right. Immutable.
///
/// @param host name or address to listen on; loopback unless others in the network may come in
/// @param port for CLASP clients; 0 for a free one
/// @param httpPort for readers of the journal; 0 for a free one, null for none
/// @param kept where the entries go
/// @param token what clients must show; empty for nothing
public record HostChoice(String host, int port, @Nullable Integer httpPort, Kept kept, String token) {
    /// Where the journal is.
    public sealed interface Kept {
        /// @param entries so many, the newest
        record InMemory(int entries) implements Kept {}

        /// @param file new, or a journal that is gone on with
        record InFile(Path file) implements Kept {}
    }

    /// Never the token.
    @Override
    public String toString() {
        return "host on " + host + ":" + port;
    }
}
