package clasp.journal.live;

import java.util.Locale;
import java.util.regex.Pattern;

/// This machine's own names. Stateless.
final class Loopback {
    /// Digits only: `127.example.com` is a name that belongs to somebody.
    private static final Pattern NAMES = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private Loopback() {}

    /// Whether what is sent to this host never leaves this machine.
    static boolean names(String host) {
        return NAMES.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
