package clasp.journal.live;

import clasp.journal.live.RelayException.Reason;
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
        return cause instanceof WebSocketHandshakeException handshake
                ? status(handshake.getResponse().statusCode(), cause)
                : ConnectionFailure.of(
                        cause,
                        address,
                        String.valueOf(address.uri().getHost()),
                        "Perhaps the router speaks plain ws there.",
                        "Is the router running, and is this the port that clients connect to?");
    }

    private RelayException status(int status, Throwable cause) {
        return switch (status) {
            case 401, 403 ->
                failure(
                        Reason.UNAUTHORIZED,
                        address + " lets nobody in like this (HTTP status " + status + ").",
                        cause);
            case 503 ->
                failure(Reason.FAILED, address + " takes no more connections at the moment (HTTP status 503).", cause);
            default ->
                failure(
                        Reason.GARBAGE,
                        "The server at " + address + " is no CLASP router: it does not speak WebSocket there (HTTP"
                                + " status " + status + ").",
                        cause);
        };
    }

    /// @param error in answer to a greeting, a subscription or a question for history
    RelayException refused(Message.Error error) {
        String said = ConnectionFailure.quoted(error.message());
        return switch (error.code()) {
            case UNAUTHENTICATED, EXPIRED ->
                failure(
                        Reason.UNAUTHORIZED,
                        address + " wants a valid token: there was none, or it is wrong or has expired." + said,
                        null);
            case TOO_LITTLE ->
                failure(Reason.FORBIDDEN, "The token does not allow to listen at " + address + "." + said, null);
            case BAD_PATTERN -> failure(Reason.FAILED, address + " does not understand the pattern." + said, null);
            case UNSUPPORTED ->
                failure(
                        Reason.NO_JOURNAL,
                        address + " keeps no journal, so there is no history to record. Record without it." + said,
                        null);
            default -> failure(Reason.FAILED, address + " refuses (CLASP error " + error.code() + ")." + said, null);
        };
    }

    RelayException garbage(WireException problem) {
        return garbage("A frame cannot be read. " + problem.getMessage());
    }

    RelayException garbage(String detail) {
        return failure(Reason.GARBAGE, "What " + address + " sends is not CLASP. " + detail, null);
    }

    RelayException closed(int status, String reason) {
        if (status == WITHOUT_WORDS) {
            return failure(Reason.UNREACHABLE, "The connection to " + address + " broke off.", null);
        }
        return failure(
                Reason.UNREACHABLE,
                address + " has ended the connection (WebSocket status " + status + ")."
                        + ConnectionFailure.quoted(reason),
                null);
    }

    RelayException silent() {
        return failure(Reason.UNREACHABLE, address + " did not answer in time.", null);
    }

    RelayException mistake(RuntimeException cause) {
        return failure(
                Reason.FAILED,
                "An error in this program keeps it from listening to " + address + ". (" + cause + ")",
                cause);
    }

    private static RelayException failure(Reason reason, String sentence, @Nullable Throwable cause) {
        return new RelayException(reason, sentence, cause);
    }
}
