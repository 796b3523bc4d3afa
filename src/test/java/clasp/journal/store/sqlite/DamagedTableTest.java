package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.export.ExportFormat;
import clasp.journal.export.Exporter;
import clasp.journal.model.Entry;
import clasp.journal.model.Hmacs;
import clasp.journal.model.Param;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.query.Filter;
import clasp.journal.recovery.Problem;
import clasp.journal.recovery.ProblemKind;
import clasp.journal.recovery.ProblemScan;
import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.Compactor;
import clasp.journal.store.Damage;
import clasp.journal.store.DamagedException;
import clasp.journal.store.HmacReport;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.MissingEntriesException;
import clasp.journal.store.Progress;
import clasp.journal.store.RestoreOutcome;
import clasp.journal.store.Selection;
import clasp.journal.testing.DamagedFiles;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JournalRows;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A page of the entries is lost, in the middle or at the end: all the others can be read, counted and exported.
class DamagedTableTest {
    private static final int ENTRIES = 4_000;
    private static final Hmacs KEY = Hmacs.withKey("11".repeat(32));

    @TempDir
    private Path folder;

    private final SqliteJournals journals = new SqliteJournals();
    private Path whole = Path.of("");
    private Path file = Path.of("");
    private List<Entry> all = List.of();

    @BeforeEach
    void write() throws Exception {
        whole = folder.resolve("whole.db");
        try (SqliteJournal journal = journals.create(whole, KEY)) {
            journal.appendAll(IntStream.rangeClosed(1, ENTRIES)
                    .mapToObj(i -> Entries.set("/scene/" + i % 90, "\"value-" + i + "-\""))
                    .toList());
        }
        all = JournalRows.entries(whole);
        file = Files.copy(whole, folder.resolve("show.db"));
    }

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
    void problemsOfWhatIsLeftAreFoundAndTheDamageIsOne() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        List<Problem> found = new ArrayList<>();
        try (JournalReader journal = open(file)) {
            new ProblemScan(journal).run(found::add, Progress.NONE, Cancellation.none());
            List<Long> missing =
                    new ArrayList<>(LongStream.rangeClosed(1, ENTRIES).boxed().toList());
            assertThatThrownBy(() -> journal.scan(
                            Filter.ALL,
                            SeqRange.ALL,
                            entry -> missing.remove(Long.valueOf(entry.seq())),
                            Cancellation.none()))
                    .isInstanceOf(MissingEntriesException.class);
            assertThat(found)
                    .filteredOn(problem -> problem.kind() == ProblemKind.DAMAGED)
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.seq()).isEqualTo(missing.getFirst()))
                    .satisfies(problem -> assertThat(problem.explanation())
                            .contains("after seq " + (missing.getFirst() - 1))
                            .contains("before seq " + (missing.getLast() + 1)));
            assertThat(found).extracting(Problem::kind).contains(ProblemKind.MISSING_SEQS);
        }
    }

    @Test
    void aDamagedSnapshotIsToldAndKeepsNothingElseFromBeingRead() throws Exception {
        try (SqliteJournal journal = journals.openForWriting(file, KEY)) {
            journal.snapshot(List.of(new Param("/scene/1", "\"" + "x".repeat(100_000) + "\"", 1, "author", 1)));
            journal.snapshot(List.of());
        }
        loseOverflowOf("xxxxxxxx", file);
        try (JournalReader journal = open(file)) {
            long id = journal.snapshots().getFirst().id();
            Snapshot damaged = journal.snapshot(id, Cancellation.none()).orElseThrow();
            assertThat(damaged.damage()).contains("Part of the file is damaged");
            assertThat(damaged.fileDamaged()).isTrue();
            List<Problem> found = new ArrayList<>();
            new ProblemScan(journal).run(found::add, Progress.NONE, Cancellation.none());
            assertThat(found)
                    .filteredOn(problem -> problem.kind() == ProblemKind.UNREADABLE_SNAPSHOT)
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.advice())
                            .as("also where a newer snapshot makes up for it")
                            .startsWith("The file is damaged. Write nothing to it"));
        }
    }

    @Test
    void snapshotsThatCannotBeListedKeepNoOtherProblemFromBeingFound() throws Exception {
        try (SqliteJournal journal = journals.openForWriting(file, KEY)) {
            journal.snapshot(List.of(new Param("/scene/1", "\"of the snapshot\"", 1, "author", 1)));
            journal.append(Entries.set("/broken", "{"));
        }
        DamagedFiles.loseLeafWith("of the snapshot", file);
        List<Problem> found = new ArrayList<>();
        try (JournalReader journal = open(file)) {
            new ProblemScan(journal).run(found::add, Progress.NONE, Cancellation.none());
        }
        assertThat(found).extracting(Problem::kind).contains(ProblemKind.UNREADABLE_VALUE);
        assertThat(found)
                .filteredOn(problem -> problem.kind() == ProblemKind.DAMAGED)
                .singleElement()
                .satisfies(problem -> assertThat(problem.explanation()).contains("could not list its snapshots"));
        assertThat(found.getFirst().kind())
                .as("what is to be known of the others")
                .isEqualTo(ProblemKind.DAMAGED);
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

    private String notesOfWhatIsLeft() {
        try (JournalReader journal = journals.openLeft(file, Progress.NONE, Cancellation.none())) {
            return String.join(" ", journal.info().notes());
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
            assertThatThrownBy(() -> journal.lookThrough(Cancellation.none())).isInstanceOf(DamagedException.class);
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
        try (JournalReader left = journals.openLeft(file, Progress.NONE, Cancellation.none())) {
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
        try (JournalReader journal = journals.openLeft(file, Progress.NONE, Cancellation.none())) {
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
        assertThatThrownBy(() -> journals.openLeft(file, Progress.NONE, Cancellation.none()))
                .isExactlyInstanceOf(JournalException.class);
    }

    @Test
    void whatIsLeftIsAJournalLikeAnyOther() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        byte[] before = Files.readAllBytes(file);
        try (JournalReader journal = journals.openLeft(file, Progress.NONE, Cancellation.none())) {
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
    void whatIsLeftIsExportedWithItsHmacs() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        Path slice = folder.resolve("slice.db");
        try (JournalReader journal = journals.openLeft(file, Progress.NONE, Cancellation.none())) {
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
    void damageIsNotForgottenWhenTheFileIsLookedAtForCompaction() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        try (JournalReader journal = open(file)) {
            assertThatThrownBy(() -> entries(journal)).isInstanceOf(JournalException.class);
            for (int time = 1; time <= 2; time++) {
                assertThat(journal.compaction()).isInstanceOf(CompactionAccess.OnlyRestore.class);
                assertThat(journal.state().latestSeq()).isEqualTo(ENTRIES);
                assertThat(journal.damage()).isEqualTo(Damage.MET);
            }
        }
    }

    @Test
    void whatIsDamagedWhereNobodyHasReadIsNotCompactedEither() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        byte[] before = Files.readAllBytes(file);
        try (JournalReader journal = open(file)) {
            Compactor compactor = ((CompactionAccess.Available) journal.compaction()).compactor();
            Path backup = folder.resolve("backup.db");
            assertThatThrownBy(() -> compactor.compact(
                            new CompactionOrder(1_000, backup, false, true, false),
                            CompactionProgress.NONE,
                            Cancellation.none()))
                    .hasMessageStartingWith("“show.db” is damaged, and compacting it could lose more.");
            assertThat(backup).doesNotExist();
            assertThat(journal.damage()).isEqualTo(Damage.MET);
        }
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aLostCounterOfSeqsKeepsNothingFromBeingRead() throws Exception {
        DamagedFiles.loseLeafWith("journal_entries", file);
        try (JournalReader journal = open(file)) {
            assertThat(journal.state().latestSeq()).isEqualTo(ENTRIES);
            assertThat(entries(journal)).isEqualTo(all);
        }
        try (JournalReader journal = journals.openLeft(file, Progress.NONE, Cancellation.none())) {
            assertThat(journal.info().notes())
                    .singleElement()
                    .asString()
                    .contains("Every seq from 1 to 4000 is there. Whether there were any after them cannot be told.");
        }
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
    void aFileOfWhichNothingIsLeftSaysSo() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4_096, bytes.length, (byte) 0);
        Files.write(file, bytes);
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith("“show.db” is damaged. Nothing of a journal can be read from it any more.");
    }

    @Test
    void aValueWhosePageIsLostKeepsNoOtherProblemFromBeingFound() throws Exception {
        try (SqliteJournal journal = journals.openForWriting(file, KEY)) {
            journal.append(Entries.set("/long", "\"" + "x".repeat(100_000) + "\""));
            journal.append(Entries.set("/broken", "{"));
        }
        loseOverflowOf("xxxxxxxx", file);
        List<Problem> found = new ArrayList<>();
        try (JournalReader journal = open(file)) {
            new ProblemScan(journal).run(found::add, Progress.NONE, Cancellation.none());
        }
        assertThat(found)
                .extracting(Problem::kind)
                .contains(ProblemKind.DAMAGED, ProblemKind.UNREADABLE_VALUE, ProblemKind.MISSING_SEQS);
    }

    @Test
    void itIsNotCompactedButABackupTakesItsPlace() throws Exception {
        DamagedFiles.loseLeafWith("value-" + ENTRIES + "-", file);
        try (JournalReader journal = open(file)) {
            var access = (CompactionAccess.OnlyRestore) journal.compaction();
            assertThat(access.reason()).startsWith("“show.db” is damaged, and compacting it could lose more.");
            byte[] before = Files.readAllBytes(file);
            RestoreOutcome outcome = access.compactor().restore(whole, Progress.NONE, Cancellation.none());
            assertThat(entries(journal)).isEqualTo(all);
            Path kept = outcome.keptCopy().orElseThrow();
            assertThat(kept).hasFileName("show-damaged.db").hasBinaryContent(before);
            assertThat(outcome.notes())
                    .singleElement()
                    .asString()
                    .startsWith("The journal that was replaced is damaged.")
                    .doesNotContain(kept.toString());
            assertThat(journal.damage()).isEqualTo(Damage.NONE);
            assertThat(journal.compaction()).isInstanceOf(CompactionAccess.Available.class);
        }
    }

    /// What its log holds cannot even be taken in.
    @Test
    void aBackupTakesThePlaceOfADamagedOneWithALogToo() throws Exception {
        Path crashed = folder.resolve("crashed.db");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, (rootOfAddressIndex() - 1) * 4096, rootOfAddressIndex() * 4096, (byte) 0);
        try (SqliteJournal journal = journals.openForWriting(file, KEY)) {
            journal.append(Entries.set("/late", "\"in the log\""));
            Files.write(crashed, bytes);
            Files.copy(folder.resolve("show.db-wal"), folder.resolve("crashed.db-wal"));
        }
        try (JournalReader journal = open(crashed)) {
            assertThatThrownBy(() -> journal.addresses(Progress.NONE, Cancellation.none()))
                    .isInstanceOf(JournalException.class);
            var access = (CompactionAccess.OnlyRestore) journal.compaction();
            RestoreOutcome outcome = access.compactor().restore(whole, Progress.NONE, Cancellation.none());
            assertThat(entries(journal)).isEqualTo(all);
            assertThat(outcome.keptCopy().orElseThrow()).hasBinaryContent(bytes);
            assertThat(folder.resolve("crashed-damaged.db-wal")).exists();
            assertThat(folder.resolve("crashed.db-wal")).doesNotExist();
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
        try (JournalReader journal = journals.openLeft(crashed, Progress.NONE, Cancellation.none())) {
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
        try (JournalReader journal = journals.openLeft(file, Progress.NONE, Cancellation.none())) {
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
    void whatSomebodyElseHasOpenIsReadAsItIs() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        try (SqliteJournal writer = journals.openForWriting(file, KEY);
                JournalReader journal = journals.openLeft(file, Progress.NONE, Cancellation.none())) {
            assertThatThrownBy(() -> entries(journal)).hasMessageContaining("Missing are the entries after seq");
            assertThat(journal.damage()).isEqualTo(Damage.NONE);
            assertThat(writer.state().latestSeq()).isEqualTo(ENTRIES);
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

    private void change(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private JournalReader open(Path path) {
        return journals.open(path, Progress.NONE, Cancellation.none());
    }

    private static List<Entry> entries(JournalReader journal) {
        List<Entry> entries = new ArrayList<>();
        journal.scan(Filter.ALL, SeqRange.ALL, entries::add, Cancellation.none());
        return entries;
    }

    /// All as they were, but for some neighbours of that one.
    private void assertAllButOnePage(List<Entry> left, long lost) {
        assertThat(all).containsAll(left);
        assertThat(left).extracting(Entry::seq).doesNotContain(lost);
        List<Long> missing = new ArrayList<>(all.stream().map(Entry::seq).toList());
        missing.removeAll(left.stream().map(Entry::seq).toList());
        assertThat(missing).hasSizeBetween(2, 100);
        assertThat(missing.getLast() - missing.getFirst()).isEqualTo(missing.size() - 1);
    }

    /// Makes the first page that has nothing but this text and a number lead to a page that is not there.
    private static void loseOverflowOf(String text, Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        for (int page = 0; page < bytes.length; page += 4_096) {
            String begin = new String(bytes, page + 4, text.length(), StandardCharsets.US_ASCII);
            if (begin.equals(text) && bytes[page] == 0) {
                ByteBuffer.wrap(bytes).putInt(page, 1_000_000);
                Files.write(file, bytes);
                return;
            }
        }
        throw new IllegalArgumentException("There is no such page.");
    }

    private int rootOfAddressIndex() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + whole);
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT rootpage FROM sqlite_schema WHERE name = 'idx_entries_address'")) {
            return row.getInt(1);
        }
    }
}
