package clasp.journal.live;

import clasp.journal.live.RelayException.Reason;
import clasp.journal.model.Value;
import clasp.journal.model.ValueSyntaxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Says in sentences what is wrong with a relay's answer. Immutable.
record RelayFailures(RelayAddress address) {
    private static final int MAX_READ = 2_000;

    /// @param cause why there is no whole answer
    RelayException of(Throwable cause) {
        // The limiting body handler has no exception of its own.
        if (cause instanceof IOException && String.valueOf(cause.getMessage()).contains("exceeds capacity")) {
            return failure(Reason.TOO_LONG, "The answer of " + address + " is too long to be read.", cause);
        }
        return ConnectionFailure.of(
                cause,
                address,
                String.valueOf(address.base().getHost()),
                "Perhaps the relay speaks plain http there.",
                "Is the relay running, with a journal and its http port open?");
    }

    /// @param bytes what had come until then
    RelayException tooSlow(long bytes, Throwable cause) {
        return failure(
                Reason.TOO_SLOW,
                "The answer of " + address + " comes too slowly: it had begun, but did not end in time (" + bytes
                        + " bytes of it came).",
                cause);
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
        String text = new String(body, 0, Math.min(body.length, MAX_READ), StandardCharsets.UTF_8);
        try {
            if (Value.parse(text) instanceof Value.Map map
                    && map.first("error").orElse(null) instanceof Value.Text(String error)) {
                return ConnectionFailure.quoted(error);
            }
        } catch (ValueSyntaxException notJson) {
            return "";
        }
        return "";
    }

    private static RelayException failure(Reason reason, String sentence, @Nullable Throwable cause) {
        return new RelayException(reason, sentence, cause);
    }
}
