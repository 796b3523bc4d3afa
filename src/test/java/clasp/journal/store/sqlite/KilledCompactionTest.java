package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.testing.JournalRows;
import clasp.journal.testing.SharedJournals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process killed at any moment of a compaction leaves the old or the new journal, complete.
@Tag("thorough")
class KilledCompactionTest {
    private static final int KILLS = 24;

    @TempDir
    Path folder;

    @Test
    void theOldOrTheNewJournalIsThereCompletely() throws Exception {
        Random random = new Random(7);
        int old = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Path run = Files.createDirectory(folder.resolve("run" + kill));
            Path file = SharedJournals.copy("session-20k.db", run);
            try (ChildProcess child = ChildProcess.start("compact", file)) {
                child.awaitAnswer();
                child.begin();
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(700)).toNanos());
                child.kill();
            }
            old += isOldOtherwiseNew(file, run.resolve("backup.db")) ? 1 : 0;
        }
        assertThat(old).as("compactions killed early enough").isPositive();
    }

    private static boolean isOldOtherwiseNew(Path file, Path backup) {
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            int snapshots = journal.snapshots().size();
            assertThat(snapshots).isBetween(3, 4);
            assertThat(journal.state().firstSeq()).isEqualTo(snapshots == 3 ? 1 : 15_000);
            assertThat(journal.snapshot(snapshots, Cancellation.none())
                            .orElseThrow()
                            .usable())
                    .isTrue();
        }
        List<Entry> entries = JournalRows.entries(file);
        assertThat(entries).hasSize(entries.getFirst().seq() == 1 ? 20_000 : 5_001);
        assertThat(entries.getLast().seq()).isEqualTo(20_000);
        boolean old = entries.size() == 20_000;
        // The old one is numbered from its first entry on, the new one from the first that stays.
        assertThat(isNumberedForClaspRouter(entries)).isTrue();
        if (Files.exists(backup)) {
            assertThat(JournalRows.entries(backup)).hasSize(20_000);
        } else {
            assertThat(entries).hasSize(20_000);
        }
        return old;
    }

    private static boolean isNumberedForClaspRouter(List<Entry> entries) {
        Map<String, Long> last = new HashMap<>();
        return entries.stream()
                .filter(Entry::isSet)
                .allMatch(entry -> last.merge(entry.address(), 1L, Long::sum).equals(entry.revision()));
    }
}
