package clasp.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalInfoTest {
    @Test
    void whatIsAboutAFileLiesBesideItUnderItsNameWithoutTheEndingOfADatabase() {
        Path shows = Path.of("shows");
        assertThat(of(shows.resolve("show.db"), "show.db").beside("-problems.html"))
                .isEqualTo(shows.resolve("show-problems.html"));
        assertThat(of(shows.resolve("show.1.sqlite3"), "show.1.sqlite3").beside("-comparison.csv"))
                .isEqualTo(shows.resolve("show.1-comparison.csv"));
    }

    @Test
    void whatIsAboutNoFileIsNamedAfterTheSourceWithoutWhatNoFileSystemTakes() {
        assertThat(of(null, "ws://127.0.0.1:7330/a").beside("-bookmarks.csv"))
                .isEqualTo(Path.of("ws-127.0.0.1-7330-a-bookmarks.csv"));
        assertThat(of(null, "..").stem()).isEqualTo("journal");
    }

    private static JournalInfo of(@org.jspecify.annotations.Nullable Path file, String name) {
        return new JournalInfo(name, file, JournalAccess.Plain.IN_MEMORY, 0, -1, false, List.of());
    }
}
