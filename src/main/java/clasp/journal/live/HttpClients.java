package clasp.journal.live;

import java.net.http.HttpClient;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/// The clients with which relays and routers are talked to: no redirection is followed, as a token is shown, and
/// whom this system trusts is trusted. Stateless.
final class HttpClients {
    private HttpClients() {}

    /// @param connect how long a connection may take
    static HttpClient connectingWithin(Duration connect) {
        return connectingWithin(connect, SystemTrust.context());
    }

    static HttpClient connectingWithin(Duration connect, SSLContext trust) {
        return HttpClient.newBuilder()
                .sslContext(trust)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connect)
                .build();
    }
}
