package clasp.journal.live;

import clasp.journal.live.ConnectionFailure.Peer;
import clasp.journal.live.RelayException.Reason;
import clasp.journal.model.CoreTexts;
import clasp.journal.wire.Message;
import clasp.journal.wire.WireException;
import java.net.http.WebSocketHandshakeException;
import org.jspecify.annotations.Nullable;

/// Says in sentences what is wrong with a connection to a router. Immutable.
record RouterFailures(RouterAddress address) {
    /// What WebSocket calls a connection that ends without a closing frame.
    private static final int WITHOUT_WORDS = 1006;

    private static final int BAD_PATTERN = 202;
    private static final int UNAUTHENTICATED = 300;
    private static final int TOO_LITTLE = 301;
    private static final int EXPIRED = 302;
    private static final int UNSUPPORTED = 501;

    /// @param cause why there is no connection
    RelayException of(Throwable cause) {
        return of(cause, "live.broke");
    }

    /// @param cause why no connection has come about
    RelayException opening(Throwable cause) {
        return of(cause, "ws".equals(address.uri().getScheme()) ? "live.broke.plain" : "live.broke");
    }

    private RelayException of(Throwable cause, String broken) {
        return cause instanceof WebSocketHandshakeException handshake
                ? status(handshake.getResponse().statusCode(), cause)
                : ConnectionFailure.of(
                        cause,
                        new Peer(
                                address.toString(),
                                String.valueOf(address.uri().getHost()),
                                CoreTexts.text("live.plainWs"),
                                CoreTexts.text("live.routerRunning"),
                                CoreTexts.text(broken, address.toString())));
    }

    private RelayException status(int status, Throwable cause) {
        return switch (status) {
            case 401, 403 ->
                failure(
                        Reason.UNAUTHORIZED,
                        CoreTexts.text("live.nobody", address.toString(), Integer.toString(status)),
                        cause);
            case 503 -> failure(Reason.FAILED, CoreTexts.text("live.busy", address.toString()), cause);
            default ->
                failure(
                        Reason.GARBAGE,
                        CoreTexts.text("live.noRouter", address.toString(), Integer.toString(status)),
                        cause);
        };
    }

    /// @param error in answer to a greeting, a subscription or a question for history
    /// @param sent the token in the greeting
    RelayException refused(Message.Error error, BearerToken sent) {
        String said = ConnectionFailure.quoted(error.message());
        return switch (error.code()) {
            case UNAUTHENTICATED, EXPIRED -> ConnectionFailure.unauthorized(address, sent, said);
            case TOO_LITTLE ->
                failure(Reason.FORBIDDEN, CoreTexts.text("live.mayNotListen", address.toString(), said), null);
            case BAD_PATTERN ->
                failure(Reason.FAILED, CoreTexts.text("live.badPattern", address.toString(), said), null);
            case UNSUPPORTED ->
                failure(Reason.NO_JOURNAL, CoreTexts.text("live.noHistory", address.toString(), said), null);
            default ->
                failure(
                        Reason.FAILED,
                        CoreTexts.text("live.refuses", address.toString(), Integer.toString(error.code()), said),
                        null);
        };
    }

    RelayException garbage(WireException problem) {
        return garbage(CoreTexts.text("live.garbage.frame", String.valueOf(problem.getMessage())));
    }

    RelayException garbage(String detail) {
        return failure(Reason.GARBAGE, CoreTexts.text("live.garbage.router", address.toString(), detail), null);
    }

    RelayException closed(int status, String reason) {
        if (status == WITHOUT_WORDS) {
            return failure(Reason.UNREACHABLE, CoreTexts.text("live.broke", address.toString()), null);
        }
        return failure(
                Reason.UNREACHABLE,
                CoreTexts.text(
                        "live.closed", address.toString(), Integer.toString(status), ConnectionFailure.quoted(reason)),
                null);
    }

    RelayException silent() {
        return failure(Reason.UNREACHABLE, CoreTexts.text("live.late", address.toString()), null);
    }

    RelayException mistake(RuntimeException cause) {
        return failure(
                Reason.FAILED, CoreTexts.text("live.mistake.listening", address.toString(), cause.toString()), cause);
    }

    private static RelayException failure(Reason reason, String sentence, @Nullable Throwable cause) {
        return new RelayException(reason, sentence, cause);
    }
}
