package clasp.journal.router;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// HTTP answers in JSON. Stateless.
final class JsonAnswers {
    private JsonAnswers() {}

    static void prepare(Response response) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    }

    static void send(Response response, Callback callback, String json) {
        prepare(response);
        response.write(true, ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)), callback);
    }

    /// `{"error": …}`, as CLASP tells it; the status is set before.
    static void error(Response response, Callback callback, String sentence) {
        StringBuilder json = new StringBuilder("{\"error\":\"");
        JsonStringEncoder.getInstance().quoteAsString(sentence, json);
        send(response, callback, json.append("\"}").toString());
    }
}
