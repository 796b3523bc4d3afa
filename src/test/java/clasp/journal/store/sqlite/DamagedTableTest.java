package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Damage;
import clasp.journal.store.DamagedException;
import clasp.journal.store.HmacReport;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.MissingEntriesException;
import clasp.journal.store.Progress;
import clasp.journal.testing.DamagedFiles;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A page of the entries is lost, in the middle or at the end: all the others can be read and counted.
class DamagedTableTest extends DamagedJournal {
    @Test
    void aFileThatDoesNotTellWhereItStandsIsOpenedWithWhatIsLeft() throws Exception {
        for (int lost : new int[] {1, ENTRIES}) {
            Files.copy(whole, file, StandardCopyOption.REPLACE_EXISTING);
            DamagedFiles.loseLeafWith("value-" + lost + "-", file);
            byte[] before = Files.readAllBytes(file);
            try (JournalReader journal = open(file)) {
                assertThat(journal.damage()).isEqualTo(Damage.SALVAGED);
                assertThat(journal.info().incomplete()).isTrue();
                assertThat(journal.info().notes())
                        .singleElement()
                        .asString()
                        .startsWith("“show.db” is damaged. All of it that can still be read is shown")
                        .contains(
                                lost == 1 ? "What was before them was compacted away, or is lost." : "up to 4000, are");
                assertAllButOnePage(entries(journal), lost);
                assertThat(journal.state().highestSeqGiven()).isEqualTo(ENTRIES);
            }
            assertThat(file).hasBinaryContent(before);
        }
    }

    @Test
    void damageIsToldOfWhenItIsMet() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        try (JournalReader journal = open(file)) {
            assertThat(journal.damage()).isEqualTo(Damage.NONE);
            assertThatThrownBy(() -> entries(journal)).isInstanceOf(JournalException.class);
            assertThat(journal.damage()).isEqualTo(Damage.MET);
        }
    }

    @Test
    void damageThatAVisitorMeetsElsewhereIsNotTakenForThatOfTheTable() {
        var elsewhere = new DamagedException("The other file is damaged.", null);
        List<Long> seen = new ArrayList<>();
        try (JournalReader journal = open(whole)) {
            assertThatThrownBy(() -> journal.scan(
                            Filter.ALL,
                            SeqRange.ALL,
                            entry -> {
                                seen.add(entry.seq());
                                if (entry.seq() == 3_000) {
                                    throw elsewhere;
                                }
                                return true;
                            },
                            Cancellation.none()))
                    .isSameAs(elsewhere);
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize(3_000);
    }

    @Test
    void theNumberThatAnIndexTellsIsNotThatOfTheEntriesWhichCanBeRead() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        try (JournalReader journal = open(file)) {
            assertThat(journal.count(Filter.ALL, Progress.NONE, Cancellation.none()))
                    .isEqualTo(ENTRIES);
            assertThatThrownBy(() -> journal.lookThrough(Cancellation.none()))
                    .isInstanceOf(MissingEntriesException.class);
            assertThat(journal.damage()).isEqualTo(Damage.MET);
        }
        try (JournalReader journal = open(whole)) {
            journal.lookThrough(Cancellation.none());
            assertThat(journal.damage()).isEqualTo(Damage.NONE);
        }
    }

    @Test
    void theHmacsOfAllThatCanBeReadAreChecked() throws Exception {
        change("UPDATE journal_entries SET value_json = '\"forged\"' WHERE seq IN (1000, 3000)");
        DamagedFiles.loseLeafWith("value-2000-", file);
        List<Long> wrong = new ArrayList<>();
        HmacReport report = new HmacVerification(KEY).verify(file, wrong::add, Progress.NONE, Cancellation.none());
        assertThat(wrong).containsExactly(1_000L, 3_000L);
        try (JournalReader left = openLeft(file)) {
            assertThat(report.good() + report.bad()).isEqualTo(entries(left).size());
        }
        assertThat(report.unchecked().orElseThrow())
                .contains("could not verify its entries", "Missing are the entries after seq");
    }

    @Test
    void anHmacWhosePageIsLostKeepsNoOtherFromBeingChecked() throws Exception {
        change("UPDATE journal_entries SET hmac = printf('%.*c', 20000, 'h') WHERE seq = 2000");
        change("UPDATE journal_entries SET value_json = '\"forged\"' WHERE seq = 3000");
        loseOverflowOf("hhhhhhhh", file);
        List<Long> wrong = new ArrayList<>();
        HmacReport report = new HmacVerification(KEY).verify(file, wrong::add, Progress.NONE, Cancellation.none());
        assertThat(wrong).containsExactly(3_000L);
        assertThat(report.good()).isEqualTo(ENTRIES - 2);
        assertThat(report.unchecked().orElseThrow()).contains("after seq 1999 and before seq 2001");
        assertThat(report.firstMissing()).isEqualTo(2_000);
    }

    @Test
    void aFileWithoutItsFirstPageSaysThatEntriesAreLeftAndShowsThem() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 0, 4_096, (byte) 0);
        Files.write(file, bytes);
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(DamagedException.class)
                .hasMessageStartingWith("The first page of “show.db” is lost")
                .hasMessageContaining("there are entries of a journal in it");
        try (JournalReader journal = openLeft(file)) {
            assertThat(entries(journal)).isEqualTo(all);
            assertThat(journal.damage()).isEqualTo(Damage.SALVAGED);
        }
        assertThat(file).hasBinaryContent(bytes);
    }

    @Test
    void aFileOfAnotherKindIsNoDamagedJournal() throws Exception {
        Files.write(file, new byte[1_000_000]);
        assertThatThrownBy(() -> open(file))
                .isExactlyInstanceOf(JournalException.class)
                .hasMessageContaining("it begins with zeros");
        assertThatThrownBy(() -> openLeft(file)).isExactlyInstanceOf(JournalException.class);
    }

    @Test
    void aLostCounterOfSeqsKeepsNothingFromBeingRead() throws Exception {
        DamagedFiles.loseLeafWith("journal_entries", file);
        try (JournalReader journal = open(file)) {
            assertThat(journal.state().latestSeq()).isEqualTo(ENTRIES);
            assertThat(entries(journal)).isEqualTo(all);
        }
        try (JournalReader journal = openLeft(file)) {
            assertThat(journal.info().notes())
                    .singleElement()
                    .asString()
                    .contains("Every seq from 1 to 4000 is there. Whether there were any after them cannot be told.");
        }
    }

    @Test
    void aFileOfWhichNothingIsLeftSaysSo() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4_096, bytes.length, (byte) 0);
        Files.write(file, bytes);
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith("“show.db” is damaged. Nothing of a journal can be read from it any more.");
    }

    @Test
    void whatSomebodyElseHasOpenIsReadAsItIs() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        try (SqliteJournal writer = journals.openForWriting(file, KEY);
                JournalReader journal = openLeft(file)) {
            assertThatThrownBy(() -> entries(journal)).hasMessageContaining("Missing are the entries after seq");
            assertThat(journal.damage()).isEqualTo(Damage.NONE);
            assertThat(writer.state().latestSeq()).isEqualTo(ENTRIES);
        }
    }

    private void change(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
