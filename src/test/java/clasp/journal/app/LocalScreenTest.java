package clasp.journal.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An X server on this machine is asked by its own protocol.
class LocalScreenTest {
    private static final String COOKIE = "MIT-MAGIC-COOKIE-1";

    @TempDir
    private Path sockets;

    @ParameterizedTest
    @ValueSource(strings = {":7", ":7.0", "unix:7", "unix:7.1"})
    void aServerThatAcceptsIsThere(String display) throws Exception {
        try (var server = server("X7")) {
            CompletableFuture<byte[]> heard = answer(server, 1);
            try (SocketChannel client =
                    LocalScreen.client(Map.of("DISPLAY", display), sockets).orElseThrow()) {
                assertThat(client.isConnected())
                        .as("a server begins anew when its last client has gone")
                        .isTrue();
            }
            assertThat(heard.join())
                    .as("little-endian, protocol 11.0, no key")
                    .containsExactly('l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        }
    }

    @Test
    void itIsShownTheKeyOfThisDisplay() throws Exception {
        byte[] ours = "0123456789abcdef".getBytes(US_ASCII);
        Path keys = sockets.resolve("keys");
        Files.write(
                keys,
                entries(
                        entry(0, "7", COOKIE, "of an address".getBytes(US_ASCII)),
                        entry(256, "8", COOKIE, "of another display".getBytes(US_ASCII)),
                        entry(256, "7", "XDM-AUTHORIZATION-1", "of another kind".getBytes(US_ASCII)),
                        entry(256, "7", COOKIE, ours),
                        entry(256, "7", COOKIE, "a later one".getBytes(US_ASCII))));
        try (var server = server("X7")) {
            CompletableFuture<byte[]> heard = answer(server, 1, 12 + 20 + 16);
            try (SocketChannel client = LocalScreen.client(
                            Map.of("DISPLAY", ":7", "XAUTHORITY", keys.toString()), sockets)
                    .orElseThrow()) {
                assertThat(client.isConnected()).isTrue();
            }
            assertThat(heard.join())
                    .as("the lengths of name and key, then both, the name filled up to a multiple of four")
                    .containsExactly(entries(
                            new byte[] {'l', 0, 11, 0, 0, 0, 18, 0, 16, 0, 0, 0},
                            (COOKIE + "\0\0").getBytes(US_ASCII),
                            ours));
        }
    }

    @Test
    void aKeyForAnyDisplayOfAnyMachineCountsAndTheUsualPlaceIsHome() throws Exception {
        Files.write(sockets.resolve(".Xauthority"), entry(0xffff, "", COOKIE, new byte[] {1, 2, 3, 4}));
        Map<String, String> home = Map.of("HOME", sockets.toString());
        assertThat(DisplayKey.of("7", home).secret()).containsExactly(1, 2, 3, 4);
        assertThat(DisplayKey.of("7", Map.of("HOME", "/none", "XAUTHORITY", "")))
                .isEqualTo(DisplayKey.NONE);
    }

    @Test
    void aFileOfKeysThatIsCutOffHoldsNone() throws Exception {
        byte[] whole = entry(256, "7", COOKIE, new byte[] {1, 2, 3, 4});
        Path keys = sockets.resolve("keys");
        for (int length = 0; length < whole.length; length++) {
            Files.write(keys, Arrays.copyOf(whole, length));
            assertThat(DisplayKey.of("7", Map.of("XAUTHORITY", keys.toString())))
                    .as(length + " bytes")
                    .isEqualTo(DisplayKey.NONE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void nothingIsKnownOfOneThatRefusesOrWantsAKey(int word) throws Exception {
        try (var server = server("X7")) {
            var unused = answer(server, word);
            assertThat(LocalScreen.client(Map.of("DISPLAY", ":7"), sockets)).isEmpty();
        }
    }

    @Test
    void norOfOneThatIsElsewhereOrNotThere() throws Exception {
        try (var server = server("X7")) {
            assertThat(server.isOpen()).isTrue();
            for (String display : new String[] {"", ":8", "host:7", "host:7.0", "7", ":x", ":", ":7.0.0"}) {
                assertThat(LocalScreen.client(Map.of("DISPLAY", display), sockets))
                        .as(display)
                        .isEmpty();
            }
        }
        assertThat(LocalScreen.client(Map.of("DISPLAY", ":7"), sockets))
                .as("left behind")
                .isEmpty();
    }

    private ServerSocketChannel server(String name) throws Exception {
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        return server.bind(UnixDomainSocketAddress.of(sockets.resolve(name)));
    }

    private static byte[] entry(int family, String display, String name, byte[] secret) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeShort(family);
        for (byte[] field :
                List.of("host".getBytes(US_ASCII), display.getBytes(US_ASCII), name.getBytes(US_ASCII), secret)) {
            out.writeShort(field.length);
            out.write(field);
        }
        return bytes.toByteArray();
    }

    private static byte[] entries(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static CompletableFuture<byte[]> answer(ServerSocketChannel server, int word) {
        return answer(server, word, 12);
    }

    private static CompletableFuture<byte[]> answer(ServerSocketChannel server, int word, int length) {
        return CompletableFuture.supplyAsync(() -> {
            try (var client = server.accept()) {
                byte[] greeting = new byte[length];
                new DataInputStream(Channels.newInputStream(client)).readFully(greeting);
                client.write(ByteBuffer.wrap(new byte[] {(byte) word}));
                return greeting;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
