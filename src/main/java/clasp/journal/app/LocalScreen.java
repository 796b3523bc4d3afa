package clasp.journal.app;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks an X server on this machine whether it takes a client, in the X protocol's first few bytes. That is
/// quicker than to have its library called, but less is known: a server that wants another key than a cookie says no.
final class LocalScreen {
    private static final Pattern LOCAL = Pattern.compile("(?:unix)?:([0-9]{1,5})(?:\\.[0-9]+)?");

    private static final byte WELCOME = 1;

    private LocalScreen() {}

    /// @param environment says which display (`DISPLAY`) and where its key is
    /// @param sockets the folder where X servers have their sockets
    /// @return the connection of a client that it took, to be closed by the caller; empty says nothing
    static Optional<SocketChannel> client(Map<String, String> environment, Path sockets) {
        Matcher local = LOCAL.matcher(environment.getOrDefault("DISPLAY", ""));
        if (!local.matches()) {
            return Optional.empty();
        }
        Path socket = sockets.resolve("X" + local.group(1));
        if (Files.notExists(socket)) {
            return Optional.empty();
        }
        try {
            SocketChannel server = SocketChannel.open(UnixDomainSocketAddress.of(socket));
            if (greet(server, DisplayKey.of(local.group(1), environment))) {
                return Optional.of(server);
            }
            server.close();
        } catch (IOException e) {
            // Whoever asks in another way is told the reason.
        }
        return Optional.empty();
    }

    private static boolean greet(SocketChannel server, DisplayKey key) {
        try {
            server.write(key.greeting());
            ByteBuffer answer = ByteBuffer.allocate(1);
            return server.read(answer) == 1 && answer.get(0) == WELCOME;
        } catch (IOException e) {
            return false;
        }
    }
}
