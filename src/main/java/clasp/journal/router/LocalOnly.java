package clasp.journal.router;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Keeps foreign web pages out of a router without a token. A page from anywhere can make the browser on this machine
/// connect to its loopback interface, either openly (its `Origin` tells) or by having its own name resolve to it (the
/// `Host` tells). Thread-safe.
final class LocalOnly extends Handler.Wrapper {
    private static final Pattern LOCAL = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

    private final boolean active;

    LocalOnly(boolean active) {
        this.active = active;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (active && !(isLocal(Request.getServerName(request)) && isLocalOrigin(origin))) {
            response.setStatus(HttpStatus.FORBIDDEN_403);
            JsonAnswers.error(response, callback, "Without a token this router serves this machine's own pages only.");
            return true;
        }
        return super.handle(request, response, callback);
    }

    /// Programs name no origin. Pages from a file name the origin `null`, but so do some from anywhere.
    private static boolean isLocalOrigin(@Nullable String origin) {
        if (origin == null) {
            return true;
        }
        try {
            return isLocal(new URI(origin).getHost());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isLocal(@Nullable String host) {
        return host != null && LOCAL.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
