package clasp.journal.live;

import java.net.http.HttpClient;
import java.time.Duration;

/// The clients with which relays and routers are talked to: no redirection is followed, as a token is shown. Stateless.
final class HttpClients {
    private HttpClients() {}

    /// @param connect how long a connection may take
    static HttpClient connectingWithin(Duration connect) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connect)
                .build();
    }
}
