package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A graphics device is known by its place in the system.
class DrawingDeviceTest {
    @TempDir
    private Path devices;

    @ParameterizedTest
    @ValueSource(strings = {"dri", "nvidiactl", "nvidia0"})
    void isThere(String name) throws Exception {
        Files.createDirectory(devices.resolve(name));
        assertThat(DrawingDevice.isThere(devices)).isTrue();
    }

    @Test
    void isNotThere() throws Exception {
        Files.createFile(devices.resolve("null"));
        assertThat(DrawingDevice.isThere(devices)).isFalse();
    }
}
