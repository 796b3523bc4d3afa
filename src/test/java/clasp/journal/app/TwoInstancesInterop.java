package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The story of two instances, driven by CLASP's own JavaScript client. Needs Node.js; runs with `mvn -Pinterop
/// verify`.
class TwoInstancesInterop {
    /// Where the profile has npm put the client.
    private static final Path MODULES = Path.of("target", "interop");

    @Test
    void oneHostsCLASPsClientDrivesAndTheOtherFollowsFiltersAndExports(@TempDir Path folder) throws Exception {
        TwoInstances.play(TwoInstancesInterop::drive, folder.resolve("audio.csv"));
    }

    @Test
    void oneHostsCLASPsClientDrivesAndTheOtherRecordsFiltersExportsAndSaves(@TempDir Path folder) throws Exception {
        TwoInstances.playRecorded(
                TwoInstancesInterop::drive, folder.resolve("audio.csv"), folder.resolve("session.db"));
    }

    private static void drive(String url) throws Exception {
        Path script = MODULES.resolve("drive.mjs");
        Files.copy(Path.of("src", "test", "interop", "drive.mjs"), script, StandardCopyOption.REPLACE_EXISTING);
        Process node = new ProcessBuilder(
                        "node",
                        script.toString(),
                        url,
                        Integer.toString(TwoInstances.LUMEN),
                        Integer.toString(TwoInstances.AUDIO),
                        Integer.toString(TwoInstances.CUES))
                .redirectErrorStream(true)
                .start();
        String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(node.exitValue()).as(output).isZero();
    }
}
