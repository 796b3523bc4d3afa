package clasp.journal.live;

import clasp.journal.live.RelayException.Reason;
import clasp.journal.model.Value;
import clasp.journal.model.ValueSyntaxException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Says in sentences what is wrong with a relay's answer. Immutable.
record RelayFailures(RelayAddress address) {
    private static final int MAX_QUOTED = 200;

    /// @param cause why there is no whole answer
    RelayException of(Throwable cause) {
        if (has(cause, CertificateException.class)) {
            return failure(
                    Reason.CERTIFICATE,
                    "The certificate of " + address + " is not trusted here: it is self-signed, has expired, names"
                            + " another host, or comes from an authority that this system does not know. The token was"
                            + " not sent. Add the certificate to those that Java trusts, or connect to the host that"
                            + " it names.",
                    cause);
        }
        if (has(cause, SSLException.class)) {
            return failure(
                    Reason.CERTIFICATE,
                    "No secure connection to " + address + " came about. Perhaps the relay speaks plain http there.",
                    cause);
        }
        if (has(cause, UnresolvedAddressException.class)) {
            return failure(
                    Reason.UNREACHABLE,
                    "There is no host named " + address.base().getHost() + ".",
                    cause);
        }
        if (has(cause, ConnectException.class)) {
            return failure(
                    Reason.UNREACHABLE,
                    "Nothing answers at " + address + ". Is the relay running, with a journal and its http port open?",
                    cause);
        }
        if (cause instanceof TimeoutException || has(cause, HttpTimeoutException.class)) {
            return failure(Reason.UNREACHABLE, address + " did not answer in time.", cause);
        }
        // The limiting body handler has no exception of its own.
        if (cause instanceof IOException && String.valueOf(cause.getMessage()).contains("exceeds capacity")) {
            return failure(Reason.TOO_LONG, "The answer of " + address + " is too long to be read.", cause);
        }
        return failure(Reason.UNREACHABLE, "The connection to " + address + " broke off.", cause);
    }

    RelayException status(int status, byte[] body) {
        String said = said(body);
        return switch (status) {
            case 401 ->
                failure(
                        Reason.UNAUTHORIZED,
                        address + " wants a valid token: there was none, or it is wrong or has expired." + said,
                        null);
            case 403 ->
                failure(
                        Reason.FORBIDDEN,
                        "The token does not allow to read the journal of " + address
                                + ". It needs the scope admin on /**." + said,
                        null);
            case 404 ->
                failure(
                        Reason.NO_JOURNAL,
                        "The server at " + address
                                + " serves no journal. Is it the relay's http port, and was it started"
                                + " with a journal?" + said,
                        null);
            default ->
                failure(
                        Reason.FAILED,
                        address + " could not give its journal (HTTP status " + status + ")." + said,
                        null);
        };
    }

    RelayException garbage(String detail) {
        return failure(Reason.GARBAGE, "What " + address + " answers is not the journal of a relay. " + detail, null);
    }

    /// What CLASP wrote as `{"error": …}`; empty for anything else.
    private static String said(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, 10 * MAX_QUOTED), StandardCharsets.UTF_8);
        try {
            if (Value.parse(text) instanceof Value.Map map
                    && map.first("error").orElse(null) instanceof Value.Text(String error)) {
                String line = error.replaceAll("\\p{Cntrl}+", " ").strip();
                return " It says: “" + line.substring(0, Math.min(line.length(), MAX_QUOTED)) + "”";
            }
        } catch (ValueSyntaxException notJson) {
            return "";
        }
        return "";
    }

    private static boolean has(@Nullable Throwable cause, Class<? extends Throwable> type) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    private static RelayException failure(Reason reason, String sentence, @Nullable Throwable cause) {
        return new RelayException(reason, sentence, cause);
    }
}
