package clasp.journal.live;

import clasp.journal.live.ConnectionFailure.Peer;
import clasp.journal.live.RelayException.Reason;
import clasp.journal.model.CoreTexts;
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
            return failure(Reason.TOO_LONG, CoreTexts.text("live.tooLong", address.toString()), cause);
        }
        return ConnectionFailure.of(
                cause,
                new Peer(
                        address.toString(),
                        String.valueOf(address.base().getHost()),
                        CoreTexts.text("live.plainHttp"),
                        CoreTexts.text("live.relayRunning")));
    }

    /// @param bytes what had come until then
    RelayException tooSlow(long bytes, Throwable cause) {
        return failure(
                Reason.TOO_SLOW, CoreTexts.text("live.tooSlow", address.toString(), Long.toString(bytes)), cause);
    }

    /// @param sent the token that it was shown
    RelayException status(int status, byte[] body, BearerToken sent) {
        String said = said(body);
        return switch (status) {
            case 401 -> ConnectionFailure.unauthorized(address, sent, said);
            case 403 -> failure(Reason.FORBIDDEN, CoreTexts.text("live.forbidden", address.toString(), said), null);
            case 404 -> failure(Reason.NO_JOURNAL, CoreTexts.text("live.noJournal", address.toString(), said), null);
            default ->
                failure(
                        Reason.FAILED,
                        CoreTexts.text("live.failed", address.toString(), Integer.toString(status), said),
                        null);
        };
    }

    RelayException garbage(String detail) {
        return failure(Reason.GARBAGE, CoreTexts.text("live.garbage.relay", address.toString(), detail), null);
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
