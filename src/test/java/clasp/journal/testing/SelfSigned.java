package clasp.journal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate for `localhost` that nobody vouches for, and what speaks with it. Immutable.
///
/// @param context of a server that has it
/// @param certificate the file to add to what is trusted
public record SelfSigned(SSLContext context, Path certificate) {
    private static final String ALIAS = "relay";
    private static final String AUTHORITY = "authority";
    private static final String PASSWORD = "changeit";

    /// Makes a new one.
    public static SelfSigned in(Path folder) throws Exception {
        Path store = folder.resolve("keys.p12");
        generate(store, ALIAS, "-ext", "SAN=dns:localhost");
        return of(load(store), ALIAS, folder);
    }

    /// One that is good for a day and issued by an authority of its own, whose certificate is the file.
    ///
    /// @param from when that day begins, as `keytool` has it: `+2d` for the day after tomorrow
    public static SelfSigned issued(Path folder, String from) throws Exception {
        Path store = folder.resolve("keys.p12");
        generate(store, AUTHORITY, "-ext", "bc:c");
        generate(store, ALIAS, "-ext", "SAN=dns:localhost", "-signer", AUTHORITY, "-startdate", from, "-validity", "1");
        return of(load(store), AUTHORITY, folder);
    }

    private static void generate(Path store, String alias, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + (alias.equals(ALIAS) ? "localhost" : alias),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString()));
        command.addAll(List.of(more));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private static KeyStore load(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    /// @param trusted whose certificate whoever trusts the server has
    private static SelfSigned of(KeyStore keys, String trusted, Path folder) throws Exception {
        byte[] bytes = keys.getCertificate(trusted).getEncoded();
        keys.deleteEntry(AUTHORITY);
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        Path certificate = Files.writeString(
                folder.resolve("relay.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                                .encodeToString(bytes)
                        + "\n-----END CERTIFICATE-----\n");
        return new SelfSigned(context, certificate);
    }

    /// An HTTPS server that is yet to be told what to serve.
    public HttpsServer server() throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return server;
    }

    /// Stands before a port of this machine that speaks no TLS.
    public TlsFront before(int port) throws IOException {
        return new TlsFront(context, port);
    }
}
