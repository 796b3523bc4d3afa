package clasp.journal.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Whether a window can be shown here. Asked before JavaFX is loaded, because JavaFX only ends with an exception. The
/// connection that was asked with stays open until this is closed: an X server begins anew when its last client has
/// gone, and refuses the next one while it does.
final class Display implements AutoCloseable {
    private static final List<String> LIBRARIES = List.of("libX11.so.6", "libXtst.so.6", "libgtk-3.so.0");
    private static final Path SOCKETS = Path.of("/tmp/.X11-unix");

    private final Optional<String> problem;
    private final Connection connection;

    @FunctionalInterface
    private interface Connection {
        Connection NONE = () -> {};

        void close() throws IOException;
    }

    private Display(Optional<String> problem, Connection connection) {
        this.problem = problem;
        this.connection = connection;
    }

    /// @param system the name of the operating system
    static Display ask(String system, Map<String, String> environment) {
        if (!system.toLowerCase(Locale.ROOT).contains("linux")) {
            return new Display(Optional.empty(), Connection.NONE);
        }
        for (String library : LIBRARIES) {
            if (!present(library)) {
                return none("the library " + library
                        + " is missing. Install GTK 3 (on Debian and Ubuntu: apt install libgtk-3-0).");
            }
        }
        String display = environment.getOrDefault("DISPLAY", "");
        if (display.isBlank()) {
            return none("there is no display (DISPLAY is not set)."
                    + " Start it on a desktop, or under a virtual one (on Debian and Ubuntu: apt install xvfb,"
                    + " then xvfb-run).");
        }
        return LocalScreen.client(environment, SOCKETS)
                .<Connection>map(client -> client::close)
                .or(Display::client)
                .map(connection -> new Display(Optional.empty(), connection))
                .orElseGet(() -> none(
                        "the display " + display + " does not answer. Check DISPLAY, and that this user may use it."));
    }

    private static Display none(String reason) {
        return new Display(Optional.of("No window can be shown: " + reason), Connection.NONE);
    }

    /// Why no window can be shown and what to install or set; empty when one can.
    Optional<String> problem() {
        return problem;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// It stays loaded: JavaFX is going to need it.
    private static boolean present(String library) {
        try {
            return SymbolLookup.libraryLookup(library, Arena.global()) != null;
        } catch (IllegalArgumentException notFound) {
            return false;
        }
    }

    /// A connection to the X server, made as JavaFX will make it; empty when it takes none.
    private static Optional<Connection> client() {
        try {
            SymbolLookup x11 = SymbolLookup.libraryLookup("libX11.so.6", Arena.global());
            Linker linker = Linker.nativeLinker();
            var open = linker.downcallHandle(
                    x11.findOrThrow("XOpenDisplay"), FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
            var close = linker.downcallHandle(
                    x11.findOrThrow("XCloseDisplay"), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
            var connection = (MemorySegment) open.invoke(MemorySegment.NULL);
            return connection.address() == 0 ? Optional.empty() : Optional.of(() -> closed(close, connection));
        } catch (Throwable e) {
            throw new IllegalStateException("The display could not be asked: " + e.getMessage(), e);
        }
    }

    private static void closed(MethodHandle close, MemorySegment connection) {
        try {
            int unused = (int) close.invoke(connection);
        } catch (Throwable e) {
            throw new IllegalStateException("The display could not be left: " + e.getMessage(), e);
        }
    }
}
