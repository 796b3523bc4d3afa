package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsedFolderTest {
    private final Settings settings = Settings.inMemory();

    @TempDir
    private Path folder;

    @Test
    void whereAFileWasChosenIsRememberedBetweenRuns() {
        new UsedFolder(settings).remember(folder.resolve("show.db"));
        assertThat(new UsedFolder(settings).start()).isEqualTo(folder);
    }

    @Test
    void aFolderThatIsGoneOrThatCannotBeOneIsNotSuggested() throws java.io.IOException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        var used = new UsedFolder(settings);
        Path before = used.start();
        used.remember(gone.resolve("show.db"));
        Files.delete(gone);
        assertThat(used.start()).isEqualTo(before).isDirectory();
        settings.write("folder", new UsedFolder.Kept("a\0b"));
        assertThat(used.start()).isEqualTo(before);
    }
}
