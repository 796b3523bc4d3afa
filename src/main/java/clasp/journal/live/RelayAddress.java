package clasp.journal.live;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.RefusedException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// Where a relay serves its journal. Immutable.
///
/// @param base scheme, host, port and perhaps a path, without a slash at its end
public record RelayAddress(URI base) {
    private static final String API = "/api/journal";
    private static final String EXAMPLE = "http://127.0.0.1:7350";

    /// Understands `http://host:port` and `https://…`; without a scheme it is `http`. The path of the journal API may
    /// be there or not.
    ///
    /// @throws IllegalArgumentException with a sentence when it is something else
    public static RelayAddress of(String text) {
        String stripped = text.strip();
        String whole = stripped.contains("://") ? stripped : "http://" + stripped;
        try {
            return of(new URI(whole));
        } catch (URISyntaxException e) {
            throw new RefusedException(CoreTexts.text("live.noAddress", stripped, EXAMPLE), e);
        }
    }

    private static RelayAddress of(URI uri) throws URISyntaxException {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (scheme.equals("ws") || scheme.equals("wss")) {
            throw new RefusedException(CoreTexts.text("live.address.ws", uri.toString()));
        }
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new RefusedException(CoreTexts.text("live.address.scheme", scheme));
        }
        if (uri.getHost() == null) {
            throw new RefusedException(CoreTexts.text("live.noHost", uri.toString(), EXAMPLE));
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new RefusedException(CoreTexts.text("live.noMore"));
        }
        String path = withoutSlashes(uri.getPath());
        path = path.endsWith(API) ? path.substring(0, path.length() - API.length()) : path;
        return new RelayAddress(new URI(scheme, null, uri.getHost(), uri.getPort(), path, null, null));
    }

    private static String withoutSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /// Host and port, for a tab.
    public String name() {
        return base.getRawAuthority();
    }

    /// Whether whoever is on the way can read along.
    public boolean isOpen() {
        return base.getScheme().equals("http") && !Loopback.names(base.getHost());
    }

    /// @param call path and parameters below the journal API, such as `/latest`
    URI uri(String call) {
        return URI.create(base + API + call);
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
