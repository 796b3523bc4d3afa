package clasp.journal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Settings can tell where somebody works and on what: only their user reads them.
class OwnFilesTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void onlyWhereThereArePermissions() {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        file = folder.resolve("settings.json");
    }

    private FileSettings settings() {
        return new FileSettings(file, Runnable::run, sentence -> {});
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void onlyTheUserReadsTheSettings() throws Exception {
        try (FileSettings settings = settings()) {
            settings.write("a", 1);
        }
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void alsoWhenEverybodyCouldBefore() throws Exception {
        Files.writeString(file, "{}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        try (FileSettings settings = settings()) {
            settings.write("a", 1);
        }
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void soItIsWithTheDamagedOnesThatAreKept() throws Exception {
        Files.writeString(file, "{ damaged");
        try (FileSettings settings = settings()) {
            settings.write("a", 1);
        }
        assertThat(permissions(folder.resolve("settings.json.damaged"))).isEqualTo("rw-------");
    }

    @Test
    void aLinkInTheirPlaceIsReplacedAndNotFollowed() throws Exception {
        Path other = Files.writeString(folder.resolve("other"), "mine");
        Files.createSymbolicLink(folder.resolve("settings.json.new"), other);
        Files.createSymbolicLink(file, other);
        try (FileSettings settings = settings()) {
            settings.write("a", 1);
        }
        assertThat(other).hasContent("mine");
        assertThat(Files.isSymbolicLink(file)).isFalse();
    }
}
