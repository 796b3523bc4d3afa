package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeNameTest {
    @TempDir
    private Path folder;

    @Test
    void aNameThatNobodyHasIsSuggestedAsItIs() {
        assertThat(FreeName.in(folder, "session.db")).isEqualTo("session.db");
    }

    @Test
    void whereThereIsSuchAFileTheNextNumberIsSuggested() throws Exception {
        Files.createFile(folder.resolve("session.db"));
        assertThat(FreeName.in(folder, "session.db")).isEqualTo("session-2.db");
        Files.createFile(folder.resolve("session-2.db"));
        assertThat(FreeName.in(folder, "session.db")).isEqualTo("session-3.db");
    }

    @Test
    void aNameWithoutAnEndingGetsTheNumberAtItsEnd() throws Exception {
        Files.createFile(folder.resolve("session"));
        assertThat(FreeName.in(folder, "session")).isEqualTo("session-2");
    }
}
