package clasp.journal.live;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.RefusedException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// Where clients connect to a CLASP router. Immutable.
///
/// @param uri `ws` or `wss`, host, perhaps port and path
public record RouterAddress(URI uri) {
    static final int USUAL_PORT = 7330;
    private static final String EXAMPLE = "ws://127.0.0.1:" + USUAL_PORT;

    /// Understands `ws://host:port` and `wss://…`; without a scheme it is `ws`, which without a port means 7330.
    ///
    /// @throws IllegalArgumentException with a sentence when it is something else
    public static RouterAddress of(String text) {
        String stripped = text.strip();
        try {
            return of(new URI(stripped.contains("://") ? stripped : "ws://" + stripped));
        } catch (URISyntaxException e) {
            throw new RefusedException(CoreTexts.text("live.noAddress", stripped, EXAMPLE), e);
        }
    }

    private static RouterAddress of(URI uri) throws URISyntaxException {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (scheme.equals("http") || scheme.equals("https")) {
            throw new RefusedException(
                    CoreTexts.text("live.address.http", uri.toString(), Integer.toString(USUAL_PORT)));
        }
        if (!scheme.equals("ws") && !scheme.equals("wss")) {
            throw new RefusedException(CoreTexts.text("live.address.notWs", scheme));
        }
        if (uri.getHost() == null) {
            throw new RefusedException(CoreTexts.text("live.noHost", uri.toString(), EXAMPLE));
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new RefusedException(CoreTexts.text("live.noMore"));
        }
        int port = uri.getPort() < 0 && scheme.equals("ws") ? USUAL_PORT : uri.getPort();
        return new RouterAddress(new URI(scheme, null, uri.getHost(), port, uri.getPath(), null, null));
    }

    /// Host and port, for a tab.
    public String name() {
        return uri.getRawAuthority();
    }

    /// Whether whoever is on the way can read along.
    public boolean isOpen() {
        return uri.getScheme().equals("ws") && !Loopback.names(uri.getHost());
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
