package clasp.journal.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Whether a window can be shown here. Asked before JavaFX is loaded, because JavaFX only ends with an exception.
final class Display {
    private static final List<String> LIBRARIES = List.of("libX11.so.6", "libXtst.so.6", "libgtk-3.so.0");
    private static final Path SOCKETS = Path.of("/tmp/.X11-unix");

    private Display() {}

    /// Why no window can be shown and what to install or set; empty when one can.
    static Optional<String> problem(String system, Map<String, String> environment) {
        if (!system.toLowerCase(Locale.ROOT).contains("linux")) {
            return Optional.empty();
        }
        for (String library : LIBRARIES) {
            if (!present(library)) {
                return Optional.of("No window can be shown: the library " + library
                        + " is missing. Install GTK 3 (on Debian and Ubuntu: apt install libgtk-3-0).");
            }
        }
        String display = environment.getOrDefault("DISPLAY", "");
        if (display.isBlank()) {
            return Optional.of("No window can be shown: there is no display (DISPLAY is not set)."
                    + " Start it on a desktop, or under a virtual one (on Debian and Ubuntu: apt install xvfb,"
                    + " then xvfb-run).");
        }
        return LocalScreen.welcomes(display, SOCKETS) || answers()
                ? Optional.empty()
                : Optional.of("No window can be shown: the display " + display
                        + " does not answer. Check DISPLAY, and that this user may use it.");
    }

    /// It stays loaded: JavaFX is going to need it.
    private static boolean present(String library) {
        try {
            return SymbolLookup.libraryLookup(library, Arena.global()) != null;
        } catch (IllegalArgumentException notFound) {
            return false;
        }
    }

    /// Opens a connection to the X server, as JavaFX will, and closes it again.
    private static boolean answers() {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup x11 = SymbolLookup.libraryLookup("libX11.so.6", arena);
            Linker linker = Linker.nativeLinker();
            var open = linker.downcallHandle(
                    x11.findOrThrow("XOpenDisplay"), FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
            var close = linker.downcallHandle(
                    x11.findOrThrow("XCloseDisplay"), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
            var connection = (MemorySegment) open.invoke(MemorySegment.NULL);
            if (connection.address() == 0) {
                return false;
            }
            int status = (int) close.invoke(connection);
            return status == 0;
        } catch (Throwable e) {
            throw new IllegalStateException("The display could not be asked: " + e.getMessage(), e);
        }
    }
}
