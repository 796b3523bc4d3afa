package clasp.journal.ui.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BackupFilesTest {
    @Test
    void theBackupsOfTheJournalAreOfferedFirst() {
        var kinds = BackupFiles.of("session-20k.db");
        assertThat(kinds.getFirst().name()).isEqualTo("Backups of session-20k.db");
        assertThat(kinds.getFirst().extensions()).containsExactly("session-20k-backup*.db", "session-20k-replaced*.db");
        assertThat(kinds.getLast().extensions()).contains("*");
        assertThat(BackupFiles.of("journal").getFirst().extensions())
                .containsExactly("journal-backup*", "journal-replaced*");
    }

    @Test
    void whatAFileDialogWouldReadAsAPatternStandsForAnyCharacter() {
        assertThat(BackupFiles.of("show[1]*.db").getFirst().extensions())
                .containsExactly("show?1??-backup*.db", "show?1??-replaced*.db");
    }

    @Test
    void ofAJournalInMemoryThoseAreOfferedThatItsCompactionWrites() {
        var kinds = BackupFiles.inMemory("Hosted session");
        assertThat(kinds.getFirst().name()).isEqualTo("Backups of Hosted session");
        assertThat(kinds.getFirst().extensions()).containsExactly("*.jsonl");
        assertThat(kinds.getLast().extensions()).contains("*");
    }
}
