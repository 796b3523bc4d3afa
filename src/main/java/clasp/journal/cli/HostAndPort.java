package clasp.journal.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// `127.0.0.1:7330`, `[::1]:7330`, `localhost:0`. Stateless.
final class HostAndPort implements ITypeConverter<InetSocketAddress> {
    private static final int MAX_PORT = 65_535;

    @Override
    public InetSocketAddress convert(String text) {
        int colon = text.lastIndexOf(':');
        int port = port(text.substring(colon + 1));
        if (colon <= 0 || port < 0) {
            throw new TypeConversionException("'" + text + "' is no address with a port, as in 127.0.0.1:7330");
        }
        String host = text.substring(0, colon);
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException e) {
            throw new TypeConversionException("there is no address named '" + host + "'");
        }
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            return port <= MAX_PORT ? port : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
