package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.Compactor;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever could not read a journal cannot read its copies either, and it stays as open as it was, whatever is done to
/// it.
class JournalRightsTest extends CrashedLog {
    private Path backup = Path.of("");

    @BeforeEach
    void onlyWhereThereArePermissions() {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        backup = folder.resolve("backup.db");
    }

    private static void allow(Path file, String permissions) throws Exception {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private interface Work {
        void on(Compactor compactor);
    }

    private void compaction(Work work) {
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            work.on(((CompactionAccess.Available) journal.compaction()).compactor());
        }
    }

    private void compact(Compactor compactor) {
        compactor.compact(new CompactionOrder(30, backup, true, true), CompactionProgress.NONE, Cancellation.none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-r-----", "rw-rw-rw-"})
    void aBackupIsAsOpenAsItsJournalAndTheCompactedOneAsBefore(String rights) throws Exception {
        allow(file, rights);
        compaction(this::compact);
        assertThat(permissions(backup)).isEqualTo(rights);
        assertThat(permissions(file)).isEqualTo(rights);
    }

    /// Half written, it is nobody else's either.
    @Test
    void noOtherUserReadsABackupThatIsBeingWritten() throws Exception {
        allow(file, "rw-rw-rw-");
        List<String> seen = new ArrayList<>();
        CompactionProgress look = (step, done, total) -> {
            try (var folders = Files.newDirectoryStream(folder, "*.part")) {
                for (Path each : folders) {
                    seen.add(permissions(each));
                    try (var files = Files.newDirectoryStream(each, "backup.db*")) {
                        for (Path file : files) {
                            seen.add(permissions(file));
                        }
                    }
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
        compaction(compactor ->
                compactor.compact(new CompactionOrder(30, backup, false, false), look, Cancellation.none()));
        assertThat(seen).contains("rwx------", "rw-------").containsOnly("rwx------", "rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-rw-r--"})
    void aRestoredJournalIsAsOpenAsItWasNotAsItsBackup(String rights) throws Exception {
        compaction(this::compact);
        allow(file, rights);
        allow(backup, "r--r--r--");
        compaction(compactor -> compactor.restore(backup, CompactionProgress.NONE, Cancellation.none()));
        assertThat(permissions(file)).isEqualTo(rights);
        assertThat(permissions(backup)).isEqualTo("r--r--r--");
    }

    @Test
    void rootLeavesACompactedOrRestoredJournalToItsOwner() throws Exception {
        assumeThat(Files.getOwner(file).getName()).isEqualTo("root");
        assertThat(new ProcessBuilder("chown", "65534:65534", file.toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
        String owner = owner(file);
        compaction(this::compact);
        assertThat(owner(file)).isEqualTo(owner);
        assertThat(owner(backup)).isEqualTo(owner);
        compaction(compactor -> compactor.restore(backup, CompactionProgress.NONE, Cancellation.none()));
        assertThat(owner(file)).isEqualTo(owner);
    }

    private static String owner(Path file) throws Exception {
        PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
        return attributes.owner() + ":" + attributes.group();
    }

    @Test
    void whatIsKeptOfADamagedLogIsAsOpenAsItsJournal() throws Exception {
        lose(Loss.HEADER);
        allow(file, "rw-------");
        new SqliteJournals().openForWriting(file, null).close();
        assertThat(permissions(file.resolveSibling("left-damaged-log.db"))).isEqualTo("rw-------");
        assertThat(permissions(file.resolveSibling("left-damaged-log.db-wal"))).isEqualTo("rw-------");
    }
}
