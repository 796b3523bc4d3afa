package clasp.journal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import clasp.journal.store.JournalException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewFileTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsNoWantOfRoomIsNotCalledThat() throws IOException {
        try (var file = new NewFile(folder.resolve("x".repeat(300)))) {
            assertThatThrownBy(file::commit)
                    .isInstanceOf(JournalException.class)
                    .hasMessageEndingWith("Choose another name or folder.")
                    .hasMessageNotContaining("room");
        }
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aFullDiskIsAskedRoomOf() {
        assertThat(NewFile.failure(Path.of("a.csv"), new FileSystemException("a.csv", null, "No space left on device")))
                .hasMessage("Cannot write a.csv: No space left on device. Make room there, or choose another folder.");
    }

    @Test
    void aNewFileHasTheUsualPermissions() throws IOException {
        Path usual = Files.createFile(folder.resolve("usual"));
        Path file = folder.resolve("a.csv");
        try (var written = new NewFile(file)) {
            written.commit();
        }
        assertThat(permissions(file)).isEqualTo(permissions(usual));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--r-----", "rw-rw-rw-"})
    void aFileThatIsReplacedStaysAsOpenAsItWas(String rights) throws IOException {
        Path file = Files.createFile(folder.resolve("a.csv"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        try (var written = new NewFile(file)) {
            assertThat(permissions(written.temporary())).isEqualTo("rw-------");
            Files.writeString(written.temporary(), "seq");
            written.commit();
        }
        assertThat(file).hasContent("seq");
        assertThat(permissions(file)).isEqualTo(rights);
    }

    private static String permissions(Path file) throws IOException {
        assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
