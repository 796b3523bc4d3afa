package clasp.journal.router;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// What the server refuses by itself, before anyone here sees it, in the API's own way. Thread-safe.
final class JsonErrors extends ErrorHandler {
    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        JsonAnswers.error(response, callback, sentence(code, message));
    }

    private static String sentence(int status, @Nullable String message) {
        if (status == HttpStatus.BAD_REQUEST_400) {
            return "The request is malformed.";
        }
        if (status == HttpStatus.INTERNAL_SERVER_ERROR_500) {
            return "The router failed at this request; its log says why.";
        }
        return message == null ? HttpStatus.getMessage(status) : message;
    }
}
