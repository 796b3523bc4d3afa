package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clasp.journal.live.ConnectionFailure.Peer;
import clasp.journal.live.RelayException.Reason;
import clasp.journal.router.Router;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.SelfSigned;
import clasp.journal.testing.TlsFront;
import clasp.journal.wire.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A router behind TLS whose certificate the system has been told to trust, or not.
class SystemTrustTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private SelfSigned certificate;
    private Router router;
    private TlsFront https;
    private TlsFront wss;

    @BeforeEach
    void start() throws Exception {
        certificate = SelfSigned.in(folder);
        router = Router.withJournal(new MemoryJournal())
                .withHttpOn(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .start();
        https = certificate.before(router.httpAddress().orElseThrow().getPort());
        wss = certificate.before(router.address().getPort());
    }

    @AfterEach
    void stop() throws Exception {
        https.close();
        wss.close();
        router.close();
    }

    private Optional<KeyStore> trusted() {
        return SystemCertificates.read(certificate.certificate());
    }

    private static HttpClient client(Supplier<Optional<KeyStore>> system) {
        return HttpClients.connectingWithin(PATIENCE, SystemTrust.context(system));
    }

    private String latest(HttpClient client, String host) throws Exception {
        URI uri = URI.create("https://" + host + ":" + https.port() + "/api/journal/latest");
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void aRelayThatTheSystemVouchesForIsRead() throws Exception {
        try (HttpClient client = client(this::trusted)) {
            assertThat(latest(client, "localhost")).isEqualTo("{\"seq\":0}");
        }
    }

    @Test
    void aRouterThatTheSystemVouchesForIsListenedTo() throws Exception {
        var welcome = new CompletableFuture<Message>();
        var failures = new RouterFailures(RouterAddress.of("wss://localhost:" + wss.port()));
        try (HttpClient client = client(this::trusted);
                RouterConnection connection = RouterConnection.open(client, failures, PATIENCE, welcome::complete)) {
            connection.send(LiveSession.hello(BearerToken.NONE));

            assertThat(welcome.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(Message.Welcome.class);
            client.shutdownNow();
        }
    }

    @Test
    void theSystemsTrustDoesNotMakeUpForAnotherName() {
        try (HttpClient client = client(this::trusted)) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> latest(client, "127.0.0.1"))
                    .satisfies(e -> assertThat(ConnectionFailure.of(e, new Peer("it", "127.0.0.1", "", ""))
                                    .reason())
                            .isEqualTo(Reason.CERTIFICATE))
                    .satisfies(e -> assertThat(said(e)).contains("It is for another host: localhost."));
        }
    }

    @Test
    void aDayThatIsOverOrYetToComeIsToldApart() throws Exception {
        saidOfOneFrom("-3d", "It has expired, or the clock of this computer is wrong");
        saidOfOneFrom("+2d", "It is not valid yet, or the clock of this computer is wrong.");
    }

    private void saidOfOneFrom(String day, String sentence) throws Exception {
        SelfSigned other = SelfSigned.issued(Files.createDirectory(folder.resolve("from" + day)), day);
        try (TlsFront front = other.before(router.httpAddress().orElseThrow().getPort());
                HttpClient client = client(() -> SystemCertificates.read(other.certificate()))) {
            URI uri = URI.create("https://localhost:" + front.port() + "/api/journal/latest");
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() ->
                            client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString()))
                    .satisfies(e -> assertThat(said(e)).contains(sentence));
        }
    }

    private static String said(IOException failure) {
        return String.valueOf(ConnectionFailure.of(failure, new Peer("it", "localhost", "", ""))
                .getMessage());
    }

    @Test
    void whomNobodyVouchesForIsRefused() {
        try (HttpClient client = client(Optional::empty)) {
            assertThatExceptionOfType(SSLException.class)
                    .isThrownBy(() -> latest(client, "localhost"))
                    .satisfies(e -> assertThat(said(e)).contains("It is self-signed, or comes from an authority"));
        }
    }

    @Test
    void whatWasAddedAMomentAgoCounts() throws Exception {
        Path list = folder.resolve("list.pem");
        Files.createFile(list);
        try (HttpClient client = client(() -> SystemCertificates.read(list))) {
            assertThatExceptionOfType(SSLException.class).isThrownBy(() -> latest(client, "localhost"));

            Files.writeString(list, Files.readString(certificate.certificate()));

            assertThat(latest(client, "localhost")).isEqualTo("{\"seq\":0}");
        }
    }

    @Test
    void aListThatCannotBeReadVouchesForNobody() throws Exception {
        assertThat(SystemCertificates.read(Files.writeString(folder.resolve("rubbish"), "-----BEGIN CERTIFICATE-----")))
                .isEmpty();
        assertThat(SystemCertificates.read(folder.resolve("none"))).isEmpty();
    }
}
