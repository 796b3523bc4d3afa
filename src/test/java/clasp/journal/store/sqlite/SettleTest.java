package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.Entries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettleTest {
    @Test
    void whatWasTakenIsInTheDatabaseItselfAndWritingGoesOn(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("j.db");
        try (SqliteJournal journal = new SqliteJournals().create(file, null)) {
            journal.take(List.of(Entries.set("/settled/address", "1").withSeq(1)));
            assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("/settled/address");

            journal.settle();

            assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .contains("/settled/address");
            assertThat(folder.resolve("j.db-wal")).isEmptyFile();
            journal.take(List.of(Entries.set("/a", "2").withSeq(2)));
            assertThat(journal.state().latestSeq()).isEqualTo(2);
        }
    }
}
