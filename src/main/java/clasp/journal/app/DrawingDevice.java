package clasp.journal.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Chooses how JavaFX draws, where its own way of finding out takes long: without a graphics device it would load the
/// whole of OpenGL only to hear from it that there is none, and then draw in software. To be called before JavaFX is
/// loaded.
final class DrawingDevice {
    private static final String ORDER = "prism.order";

    private DrawingDevice() {}

    /// What was chosen on the command line stays.
    static void choose() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        if (linux && System.getProperty(ORDER) == null && !isThere(Path.of("/dev"))) {
            System.setProperty(ORDER, "sw");
        }
    }

    /// @param devices the folder of devices
    static boolean isThere(Path devices) {
        return Files.exists(devices.resolve("dri"))
                || Files.exists(devices.resolve("nvidiactl"))
                || Files.exists(devices.resolve("nvidia0"));
    }
}
