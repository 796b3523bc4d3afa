package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.export.ExportFormat;
import clasp.journal.export.Exporter;
import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import clasp.journal.query.Filter;
import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.Damage;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.Selection;
import clasp.journal.testing.DamagedFiles;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JournalRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is left of a file that has lost a page is a journal of its own, which tells what it lacks.
class WhatIsLeftTest extends DamagedJournal {
    @Test
    void whatIsLeftIsAJournalLikeAnyOther() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        byte[] before = Files.readAllBytes(file);
        try (JournalReader journal = openLeft(file)) {
            List<Entry> left = entries(journal);
            assertThat(journal.damage()).isEqualTo(Damage.SALVAGED);
            assertAllButOnePage(left, 2_000);
            assertThat(journal.count(Filter.ALL, Progress.NONE, Cancellation.none()))
                    .isEqualTo(left.size());
            assertThat(journal.addresses(Progress.NONE, Cancellation.none()).stream()
                            .mapToLong(AddressCount::entries)
                            .sum())
                    .isEqualTo(left.size());
            assertThat(journal.missingSeqs(10, Cancellation.none()))
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.contains(2_000)).isTrue());
            assertThat(journal.info().notes())
                    .singleElement()
                    .asString()
                    .contains("Of the seqs from 1 to 4000, " + (ENTRIES - left.size()) + " are missing.")
                    .contains("What is missing is lost, unless there is a whole copy of the file");
        }
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void whatIsLeftTellsHowManySnapshotsAreMissing() throws Exception {
        try (SqliteJournal journal = journals.openForWriting(file, KEY)) {
            for (int i = 1; i <= 3; i++) {
                String value = "\"of snapshot " + i + " " + "x".repeat(3_000) + "\"";
                journal.snapshot(List.of(new Param("/scene/1", value, 1, "author", 1)));
            }
        }
        assertThat(notesOfWhatIsLeft()).contains("Every snapshot is there. No more is known to be missing;");
        DamagedFiles.loseLeafWith("of snapshot 2", file);
        assertThat(notesOfWhatIsLeft())
                .contains(
                        "Every seq from 1 to 4000 is there. Of the 3 snapshots that were taken, one is missing. What");
    }

    @Test
    void whatIsLeftIsExportedWithItsHmacs() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        Path slice = folder.resolve("slice.db");
        try (JournalReader journal = openLeft(file)) {
            new Exporter(new SqliteSlices())
                    .export(
                            Selection.of(journal, Filter.ALL),
                            new ExportFormat.Slice(),
                            slice,
                            Progress.NONE,
                            Cancellation.none());
            assertThat(JournalRows.entries(slice)).isEqualTo(entries(journal));
        }
        List<Long> wrong = new ArrayList<>();
        new HmacVerification(KEY).verify(slice, wrong::add, Progress.NONE, Cancellation.none());
        assertThat(wrong).isEmpty();
        assertAllButOnePage(JournalRows.entries(slice), 2_000);
    }

    @Test
    void itIsToldHowMuchOfTheCopyIsMadeAndItCanBeCancelled() {
        List<Double> told = new ArrayList<>();
        journals.openLeft(file, (done, total) -> told.add((double) done / total), Cancellation.none())
                .close();
        assertThat(told).isSorted().last().isEqualTo(1.0);
        assertThat(told).as("rows first, then each index").hasSizeGreaterThanOrEqualTo(ClaspTables.INDEXES.size());

        var cancellation = new Cancellation();
        assertThatThrownBy(() -> journals.openLeft(file, (done, total) -> cancellation.cancel(), cancellation))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void whatIsLeftIsReadOnWhenSomebodyTouchesTheFile() throws Exception {
        DamagedFiles.loseLeafWith("value-" + ENTRIES + "-", file);
        try (JournalReader journal = open(file)) {
            List<Entry> left = entries(journal);
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
            assertThat(entries(journal)).isEqualTo(left);
            assertThat(journal.damage()).isEqualTo(Damage.SALVAGED);
        }
    }

    @Test
    void whatOnlyTheLogHoldsIsLeftToo() throws Exception {
        Path crashed = folder.resolve("crashed.db");
        DamagedFiles.loseLeafWith("value-2000-", file);
        try (SqliteJournal journal = journals.openForWriting(file, KEY)) {
            journal.append(Entries.set("/late", "\"in the log\""));
            Files.copy(file, crashed);
            Files.copy(folder.resolve("show.db-wal"), folder.resolve("crashed.db-wal"));
        }
        try (JournalReader journal = openLeft(crashed)) {
            assertThat(journal.info().notes()).hasSize(2).last().asString().contains("is damaged");
            List<Entry> left = entries(journal);
            assertThat(left.getLast().valueJson()).isEqualTo("\"in the log\"");
            assertAllButOnePage(left.subList(0, left.size() - 1), 2_000);
        }
    }

    @Test
    void damageToAnIndexLosesNoEntry() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        int root = rootOfAddressIndex();
        Arrays.fill(bytes, (root - 1) * 4096, root * 4096, (byte) 0);
        Files.write(file, bytes);
        try (JournalReader journal = openLeft(file)) {
            assertThat(entries(journal)).isEqualTo(all);
            assertThat(journal.addresses(Progress.NONE, Cancellation.none())).hasSize(90);
            assertThat(journal.info().notes())
                    .containsExactly("“show.db” is damaged. All of it that can still be read is shown from a private"
                            + " copy. Every seq from 1 to 4000 is there. Whether a snapshot is lost cannot be told."
                            + " No more is known to be missing; if there is a whole copy of the file, use that all the"
                            + " same.");
        }
    }

    @Test
    void aWholeCopyThatTakesItsPlaceIsReadItself() throws Exception {
        DamagedFiles.loseLeafWith("value-" + ENTRIES + "-", file);
        try (JournalReader journal = open(file)) {
            assertThat(entries(journal)).hasSizeLessThan(ENTRIES);
            Files.copy(whole, file, StandardCopyOption.REPLACE_EXISTING);
            assertThat(entries(journal)).isEqualTo(all);
            assertThat(journal.damage()).isEqualTo(Damage.NONE);
            assertThat(journal.info().incomplete()).isFalse();
        }
    }

    private String notesOfWhatIsLeft() {
        try (JournalReader journal = openLeft(file)) {
            return String.join(" ", journal.info().notes());
        }
    }
}
