package clasp.journal.app;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks an X server on this machine whether it takes a client, in the X protocol's first few bytes. That is
/// quicker than to have its library called, but less is known: a server that wants a key says no.
final class LocalScreen {
    private static final Pattern LOCAL = Pattern.compile("(?:unix)?:([0-9]{1,5})(?:\\.[0-9]+)?");

    /// A little-endian client of protocol 11.0 without a key.
    private static final byte[] GREETING = {'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0};

    private static final byte WELCOME = 1;

    private LocalScreen() {}

    /// @param display as in the variable DISPLAY
    /// @param sockets the folder where X servers have their sockets
    /// @return the connection of a client that it took, to be closed by the caller; empty says nothing
    static Optional<SocketChannel> client(String display, Path sockets) {
        Matcher local = LOCAL.matcher(display);
        if (!local.matches()) {
            return Optional.empty();
        }
        Path socket = sockets.resolve("X" + local.group(1));
        if (Files.notExists(socket)) {
            return Optional.empty();
        }
        try {
            SocketChannel server = SocketChannel.open(UnixDomainSocketAddress.of(socket));
            if (greet(server)) {
                return Optional.of(server);
            }
            server.close();
        } catch (IOException e) {
            // Whoever asks in another way is told the reason.
        }
        return Optional.empty();
    }

    private static boolean greet(SocketChannel server) throws IOException {
        try {
            server.write(ByteBuffer.wrap(GREETING));
            ByteBuffer answer = ByteBuffer.allocate(1);
            return server.read(answer) == 1 && answer.get(0) == WELCOME;
        } catch (IOException e) {
            return false;
        }
    }
}
