package clasp.journal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.store.JournalException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
