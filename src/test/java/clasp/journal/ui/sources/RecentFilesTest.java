package clasp.journal.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentFilesTest {
    private final Settings settings = Settings.inMemory();
    private final RecentFiles recent = new RecentFiles(settings);

    @Test
    void theLastOpenedComesFirstAndOnlyOnce() {
        recent.opened(Path.of("/a.db"));
        recent.opened(Path.of("/b.db"));
        recent.opened(Path.of("/x/../a.db"));
        assertThat(recent.all()).containsExactly(Path.of("/a.db"), Path.of("/b.db"));
        assertThat(new RecentFiles(settings).all()).isEqualTo(recent.all());
        recent.resumed(Path.of("/b.db"));
        recent.resumed(Path.of("/c.db"));
        assertThat(recent.all())
                .as("what was open already stays where it stands")
                .containsExactly(Path.of("/c.db"), Path.of("/a.db"), Path.of("/b.db"));
        recent.forget();
        assertThat(recent.all()).isEmpty();
    }

    @Test
    void whatIsNoNameOfAFileHereIsLeftOut() {
        settings.write("recentFiles", new RecentFiles.Remembered(List.of("/a.db", "no\0name.db", "/gone/b.db")));
        assertThat(new RecentFiles(settings).all()).containsExactly(Path.of("/a.db"), Path.of("/gone/b.db"));
    }

    /// A list made anew would only be weakly held by the one behind it, and its listeners lost with it.
    @Test
    void whoeverListensHearsOfEachFileHoweverLongItTakes() {
        List<Path> heard = recent.all();
        assertThat(recent.all()).isSameAs(heard);
    }
}
