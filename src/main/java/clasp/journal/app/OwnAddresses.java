package clasp.journal.app;

import java.lang.System.Logger.Level;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;

/// Under which addresses others reach this machine. Stateless.
final class OwnAddresses {
    private static final int MOST = 3;

    private OwnAddresses() {}

    /// What to write into a URL for whoever wants to reach what listens on this address: those of the network
    /// interfaces where it is every one of them.
    static List<String> reaching(InetAddress listening) {
        if (!listening.isAnyLocalAddress()) {
            return List.of(text(listening));
        }
        List<String> found = outside();
        return found.isEmpty() ? List.of("127.0.0.1") : found;
    }

    private static List<String> outside() {
        try (Stream<NetworkInterface> all = NetworkInterface.networkInterfaces()) {
            return all.flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .filter(address -> !(address instanceof Inet6Address))
                    .map(OwnAddresses::text)
                    .limit(MOST)
                    .toList();
        } catch (SocketException e) {
            System.getLogger(OwnAddresses.class.getName())
                    .log(Level.WARNING, "The addresses of this machine cannot be told", e);
            return List.of();
        }
    }

    private static String text(InetAddress address) {
        String host = address.getHostAddress();
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }
}
