package clasp.journal.live;

import clasp.journal.live.RelayException.Reason;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Says in sentences why there is no connection, whatever is spoken over it. Stateless.
final class ConnectionFailure {
    private static final int MAX_QUOTED = 200;

    private ConnectionFailure() {}

    /// @param address as it is to be named
    /// @param plain what may be the reason when TLS does not come about, as a sentence
    /// @param nothing what to look at when nothing answers, as a sentence
    static RelayException of(Throwable cause, Object address, String host, String plain, String nothing) {
        if (has(cause, CertificateException.class)) {
            return new RelayException(
                    Reason.CERTIFICATE,
                    "The certificate of " + address + " is not trusted here: it is self-signed, has expired, names"
                            + " another host, or comes from an authority that this system does not know. The token was"
                            + " not sent. Add the certificate to those that this system trusts, or connect to the"
                            + " host that it names.",
                    cause);
        }
        if (has(cause, SSLException.class)) {
            return new RelayException(
                    Reason.CERTIFICATE, "No secure connection to " + address + " came about. " + plain, cause);
        }
        if (has(cause, UnresolvedAddressException.class)) {
            return new RelayException(Reason.UNREACHABLE, "There is no host named " + host + ".", cause);
        }
        if (has(cause, ConnectException.class)) {
            return new RelayException(Reason.UNREACHABLE, "Nothing answers at " + address + ". " + nothing, cause);
        }
        if (cause instanceof TimeoutException || has(cause, HttpTimeoutException.class)) {
            return new RelayException(Reason.UNREACHABLE, address + " did not answer in time.", cause);
        }
        return new RelayException(Reason.UNREACHABLE, "The connection to " + address + " broke off.", cause);
    }

    /// The other side's words in one short line, as a sentence to go on with; nothing for none.
    static String quoted(String words) {
        String line = words.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.isEmpty() ? "" : " It says: “" + line.substring(0, Math.min(line.length(), MAX_QUOTED)) + "”";
    }

    static boolean has(@Nullable Throwable cause, Class<? extends Throwable> type) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return true;
            }
        }
        return false;
    }
}
