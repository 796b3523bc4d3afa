package clasp.journal.live;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The certificates that the operating system trusts, as its other programs do: the keychain, the certificate store, or
/// the file of all authorities. Read anew each time, so that what was added a moment ago counts. Stateless.
final class SystemCertificates {
    private static final System.Logger LOG = System.getLogger(SystemCertificates.class.getName());

    /// Where Debian, Fedora, openSUSE and Alpine keep them.
    private static final List<Path> BUNDLES = Stream.of(
                    "/etc/ssl/certs/ca-certificates.crt",
                    "/etc/pki/tls/certs/ca-bundle.crt",
                    "/etc/ssl/ca-bundle.pem",
                    "/etc/ssl/cert.pem")
            .map(Path::of)
            .toList();

    private SystemCertificates() {}

    /// Empty where there are none, or they cannot be read.
    static Optional<KeyStore> load() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return store("Windows-ROOT");
        }
        return system.startsWith("mac") ? store("KeychainStore-ROOT") : bundle(System.getenv("SSL_CERT_FILE"));
    }

    private static Optional<KeyStore> store(String type) {
        try {
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            return Optional.of(store);
        } catch (GeneralSecurityException | IOException e) {
            LOG.log(Level.DEBUG, "The certificates of this system cannot be read.", e);
            return Optional.empty();
        }
    }

    /// @param chosen a file to read instead of the usual ones, by the name that OpenSSL gave to this wish
    private static Optional<KeyStore> bundle(@Nullable String chosen) {
        if (chosen == null || chosen.isBlank()) {
            return firstOf(BUNDLES);
        }
        Path file = Path.of(chosen);
        if (!Files.isReadable(file)) {
            LOG.log(Level.WARNING, "SSL_CERT_FILE names “" + file + "”, which cannot be read.");
        }
        return firstOf(List.of(file));
    }

    private static Optional<KeyStore> firstOf(List<Path> files) {
        return files.stream().filter(Files::isReadable).findFirst().flatMap(SystemCertificates::read);
    }

    /// The certificates of a file, one after the other in their printable form.
    static Optional<KeyStore> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            List<Certificate> all =
                    new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(in));
            for (int i = 0; i < all.size(); i++) {
                store.setCertificateEntry("system " + i, all.get(i));
            }
            return Optional.of(store);
        } catch (GeneralSecurityException | IOException e) {
            LOG.log(Level.WARNING, "The certificates in “" + file + "” cannot be read.", e);
            return Optional.empty();
        }
    }
}
