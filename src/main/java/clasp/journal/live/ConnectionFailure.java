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

    /// @param address as it is to be named
    /// @param plain what may be the reason when TLS does not come about, as a sentence
    /// @param nothing what to look at when nothing answers, as a sentence
    static RelayException of(Throwable cause, Object address, String host, String plain, String nothing) {
        if (has(cause, CertificateException.class)) {
            return new RelayException(
                    Reason.CERTIFICATE,
                    CoreTexts.text("live.certificate", address.toString(), CertificateFault.sentence(cause)),
                    cause);
        }
        if (has(cause, SSLException.class)) {
            return new RelayException(
                    Reason.CERTIFICATE, CoreTexts.text("live.insecure", address.toString(), plain), cause);
        }
        if (has(cause, UnresolvedAddressException.class)) {
            return new RelayException(Reason.UNREACHABLE, CoreTexts.text("live.host", host), cause);
        }
        if (has(cause, ConnectException.class)) {
            return new RelayException(
                    Reason.UNREACHABLE, CoreTexts.text("live.nothing", address.toString(), nothing), cause);
        }
        if (cause instanceof TimeoutException || has(cause, HttpTimeoutException.class)) {
            return new RelayException(Reason.UNREACHABLE, CoreTexts.text("live.late", address.toString()), cause);
        }
        return new RelayException(Reason.UNREACHABLE, CoreTexts.text("live.broke", address.toString()), cause);
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
