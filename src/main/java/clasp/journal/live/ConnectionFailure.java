package clasp.journal.live;

import clasp.journal.live.RelayException.Reason;
import clasp.journal.model.CoreTexts;
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

    /// Whom the connection goes to, and what is said of it.
    ///
    /// @param address as it is to be named
    /// @param plain what may be the reason when TLS does not come about, as a sentence
    /// @param nothing what to look at when nothing answers, as a sentence
    /// @param broken that the connection broke off, as sentences
    record Peer(String address, String host, String plain, String nothing, String broken) {
        Peer(String address, String host, String plain, String nothing) {
            this(address, host, plain, nothing, CoreTexts.text("live.broke", address));
        }
    }

    static RelayException of(Throwable cause, Peer peer) {
        String address = peer.address();
        if (has(cause, CertificateException.class)) {
            return new RelayException(
                    Reason.CERTIFICATE,
                    CoreTexts.text("live.certificate", address, CertificateFault.sentence(cause)),
                    cause);
        }
        if (has(cause, SSLException.class)) {
            return new RelayException(
                    Reason.CERTIFICATE, CoreTexts.text("live.insecure", address, peer.plain()), cause);
        }
        if (has(cause, UnresolvedAddressException.class)) {
            return new RelayException(Reason.UNREACHABLE, CoreTexts.text("live.host", peer.host()), cause);
        }
        if (has(cause, ConnectException.class)) {
            return new RelayException(
                    Reason.UNREACHABLE, CoreTexts.text("live.nothing", address, peer.nothing()), cause);
        }
        if (cause instanceof TimeoutException || has(cause, HttpTimeoutException.class)) {
            return new RelayException(Reason.UNREACHABLE, CoreTexts.text("live.late", address), cause);
        }
        return new RelayException(Reason.UNREACHABLE, peer.broken(), cause);
    }

    /// Without a token that it takes, the other side shows nothing.
    ///
    /// @param sent what it was shown
    /// @param said its words, as [#quoted]
    static RelayException unauthorized(Object address, BearerToken sent, String said) {
        String key = sent.isPresent() ? "live.wrongToken" : "live.noToken";
        return new RelayException(Reason.UNAUTHORIZED, CoreTexts.text(key, address.toString(), said), null);
    }

    /// The other side's words in one short line, as a sentence to go on with; nothing for none. The full stop is ours.
    static String quoted(String words) {
        String line = words.replaceAll("\\p{Cntrl}+", " ").strip().replaceFirst("(?<!\\.)\\.$", "");
        return line.isEmpty()
                ? ""
                : CoreTexts.text("live.says", line.substring(0, Math.min(line.length(), MAX_QUOTED)));
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
