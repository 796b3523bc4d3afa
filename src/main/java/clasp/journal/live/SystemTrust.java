package clasp.journal.live;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Trusts whom Java trusts and whom the operating system trusts. Java brings a list of its own, which knows nothing of
/// the authority that somebody added to this machine. Who is in neither is refused with Java's reason; names and dates
/// are checked in either case. Thread-safe.
final class SystemTrust extends X509ExtendedTrustManager {
    private static final String OWN_LIST = "javax.net.ssl.trustStore";

    private final X509ExtendedTrustManager java;
    private final Supplier<Optional<KeyStore>> system;

    /// @param system asked only when Java's list does not do
    private SystemTrust(Supplier<Optional<KeyStore>> system) throws GeneralSecurityException {
        java = managerOf(null);
        this.system = system;
    }

    /// With the certificates of this system, unless somebody told Java which list to use.
    static SSLContext context() {
        return context(System.getProperty(OWN_LIST) == null ? SystemCertificates::load : Optional::empty);
    }

    static SSLContext context(Supplier<Optional<KeyStore>> system) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new SystemTrust(system)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java speaks no TLS.", e);
        }
    }

    private static X509ExtendedTrustManager managerOf(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("This Java checks no certificates."));
    }

    @FunctionalInterface
    private interface Check {
        void by(X509ExtendedTrustManager manager) throws CertificateException;
    }

    private void check(X509Certificate[] chain, Check check) throws CertificateException {
        try {
            check.by(java);
        } catch (CertificateException refused) {
            refused.addSuppressed(CertifiedNames.of(chain));
            checkBySystem(check, refused);
        }
    }

    private void checkBySystem(Check check, CertificateException refused) throws CertificateException {
        KeyStore store = system.get().orElseThrow(() -> refused);
        try {
            check.by(managerOf(store));
        } catch (GeneralSecurityException | RuntimeException alsoRefused) {
            refused.addSuppressed(alsoRefused);
            throw refused;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain, manager -> manager.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain, manager -> manager.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain, manager -> manager.checkServerTrusted(chain, type));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        java.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        java.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        java.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return java.getAcceptedIssuers();
    }
}
