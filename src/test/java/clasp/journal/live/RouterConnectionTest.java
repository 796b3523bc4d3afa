package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.testing.Patience;
import clasp.journal.wire.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RouterConnectionTest {
    private static final Duration LONGER_THAN_EVER = Duration.ofDays(1);
    private static final Duration AT_ONCE = Duration.ofNanos(1);

    /// Whoever stores slowly does not read on, and must not take that for the router's silence.
    @Test
    void whileTheHearerTakesItsTimeTheRouterIsNotSilent() throws Exception {
        CountDownLatch hearing = new CountDownLatch(1);
        CountDownLatch stored = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        try (HostileRouter router = new HostileRouter();
                HttpClient http = HttpClient.newHttpClient()) {
            // What comes with the router's handshake would be heard before the connection counts as open.
            router.next(line -> {
                line.read();
                line.send(new Message.Pong());
                line.stayAlive();
            });
            RouterConnection connection = RouterConnection.open(
                    http, new RouterFailures(router.address()), Duration.ofSeconds(30), message -> {
                        hearing.countDown();
                        await(stored);
                    });
            connection.send(new Message.Ping());
            hearing.await();

            connection.keepAlive(AT_ONCE, asked::incrementAndGet);
            assertThat(connection.silence()).isZero();
            assertThat(connection.ended()).isNotDone();
            assertThat(asked).hasValue(0);

            stored.countDown();
            Patience.until("the silence", () -> connection.silence().isPositive());
            connection.keepAlive(LONGER_THAN_EVER, asked::incrementAndGet);
            assertThat(connection.ended()).isNotDone();
            assertThat(asked).hasValue(0);

            connection.keepAlive(AT_ONCE, asked::incrementAndGet);
            assertThat(connection.ended().get()).hasMessageContaining("did not answer in time");
        }
    }

    /// A server that speaks TLS cannot make anything of what is said to it.
    @Test
    void whereTheConnectionBreaksOffBeforeAnythingIsSaidWssIsHintedAt() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpClient http = HttpClient.newHttpClient()) {
            Thread.startVirtualThread(() -> {
                try (var line = server.accept()) {
                    // A fatal alert, "unexpected message".
                    line.getOutputStream().write(new byte[] {0x15, 3, 3, 0, 2, 2, 10});
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            var address = RouterAddress.of("ws://127.0.0.1:" + server.getLocalPort());
            assertThatThrownBy(() -> RouterConnection.open(
                            http, new RouterFailures(address), Duration.ofSeconds(30), message -> {}))
                    .hasMessageContaining("broke off before anything was said")
                    .hasMessageEndingWith("Perhaps the router speaks wss there.");
        }
    }

    /// As when a router is killed after it has sent much.
    @Test
    void anEndThatComesWhileTheHearerIsBusyIsNoticedLongBeforeTheRouterIsGivenUp() throws Exception {
        Duration quiet = Duration.ofMillis(200);
        CountDownLatch gone = new CountDownLatch(1);
        try (HostileRouter router = new HostileRouter();
                HttpClient http = HttpClient.newHttpClient()) {
            router.next(line -> {
                line.read();
                line.send(new Message.Pong());
                line.cut();
                gone.countDown();
            });
            RouterConnection connection = RouterConnection.open(
                    http, new RouterFailures(router.address()), Duration.ofSeconds(30), message -> await(gone));
            connection.send(new Message.Ping());
            gone.await();

            Patience.until("the end", () -> {
                connection.keepAlive(quiet, () -> connection.send(new Message.Ping()));
                return connection.ended().isDone();
            });
            assertThat(connection.ended().get()).hasMessageContaining("broke off");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
