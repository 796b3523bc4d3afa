package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An X server on this machine is asked by its own protocol.
class LocalScreenTest {
    @TempDir
    private Path sockets;

    @ParameterizedTest
    @ValueSource(strings = {":7", ":7.0", "unix:7", "unix:7.1"})
    void aServerThatAcceptsIsThere(String display) throws Exception {
        try (var server = server("X7")) {
            CompletableFuture<byte[]> heard = answer(server, 1);
            try (SocketChannel client = LocalScreen.client(display, sockets).orElseThrow()) {
                assertThat(client.isConnected())
                        .as("a server begins anew when its last client has gone")
                        .isTrue();
            }
            assertThat(heard.join())
                    .as("little-endian, protocol 11.0, no key")
                    .containsExactly('l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void nothingIsKnownOfOneThatRefusesOrWantsAKey(int word) throws Exception {
        try (var server = server("X7")) {
            var unused = answer(server, word);
            assertThat(LocalScreen.client(":7", sockets)).isEmpty();
        }
    }

    @Test
    void norOfOneThatIsElsewhereOrNotThere() throws Exception {
        try (var server = server("X7")) {
            assertThat(server.isOpen()).isTrue();
            for (String display : new String[] {"", ":8", "host:7", "host:7.0", "7", ":x", ":", ":7.0.0"}) {
                assertThat(LocalScreen.client(display, sockets)).as(display).isEmpty();
            }
        }
        assertThat(LocalScreen.client(":7", sockets)).as("left behind").isEmpty();
    }

    private ServerSocketChannel server(String name) throws Exception {
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        return server.bind(UnixDomainSocketAddress.of(sockets.resolve(name)));
    }

    private static CompletableFuture<byte[]> answer(ServerSocketChannel server, int word) {
        return CompletableFuture.supplyAsync(() -> {
            try (var client = server.accept()) {
                byte[] greeting = new byte[12];
                new DataInputStream(Channels.newInputStream(client)).readFully(greeting);
                client.write(ByteBuffer.wrap(new byte[] {(byte) word}));
                return greeting;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
