package clasp.journal.app;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
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
    /// @return true when it surely takes clients; false says nothing
    static boolean welcomes(String display, Path sockets) {
        Matcher local = LOCAL.matcher(display);
        if (!local.matches()) {
            return false;
        }
        Path socket = sockets.resolve("X" + local.group(1));
        if (Files.notExists(socket)) {
            return false;
        }
        try (SocketChannel server = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            server.write(ByteBuffer.wrap(GREETING));
            ByteBuffer answer = ByteBuffer.allocate(1);
            return server.read(answer) == 1 && answer.get(0) == WELCOME;
        } catch (IOException e) {
            return false;
        }
    }
}
