package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.Entry;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.CompactionOutcome;
import clasp.journal.store.CompactionPreview;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.CompactionSnapshot;
import clasp.journal.store.CompactionStep;
import clasp.journal.store.Compactor;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JournalRows;
import clasp.journal.testing.SharedJournals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteCompactorTest {
    @TempDir
    Path folder;

    private Path file;
    private List<Entry> before;
    private JournalReader journal;

    @BeforeEach
    void open() {
        file = SharedJournals.copy("session-20k.db", folder);
        before = JournalRows.entries(file);
        journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
    }

    @AfterEach
    void close() {
        // Where the journal is not at hand, the test was left out before it opened it.
        if (journal != null) {
            journal.close();
        }
    }

    @Test
    void theSafePointIsTheLatestUsableSnapshot() {
        assertThat(compactor().safePoint(Cancellation.none())).hasValue(15_000);
    }

    @Test
    void keepingTheLastEntriesNamesTheFirstThatStays() {
        assertThat(compactor().keepingLast(1, Cancellation.none())).isEqualTo(20_000);
        assertThat(compactor().keepingLast(5_000, Cancellation.none())).isEqualTo(15_001);
        assertThat(compactor().keepingLast(90_000, Cancellation.none())).isEqualTo(1);
        assertThat(compactor().keepingLast(0, Cancellation.none())).isEqualTo(20_001);
    }

    @Test
    void thePreviewSaysWhatGoes() throws Exception {
        CompactionPreview preview = compactor().preview(15_000, Progress.NONE, Cancellation.none());
        assertThat(preview.removed()).isEqualTo(14_999);
        assertThat(preview.kept()).isEqualTo(5_001);
        assertThat(preview.uncovered()).isEmpty();
        assertThat(preview.sizeAfter()).isBetween(preview.sizeBefore() / 5, preview.sizeBefore() / 2);
        assertThat(preview.lost().fromMicros()).isEqualTo(before.getFirst().timestampMicros());

        long all =
                compactor().preview(20_001, Progress.NONE, Cancellation.none()).uncoveredCount();
        long setAfter15k = before.stream()
                .filter(entry -> entry.isSet() && entry.seq() > 15_000)
                .map(Entry::address)
                .distinct()
                .count();
        assertThat(all).isEqualTo(setAfter15k);
    }

    /// Whoever shows the journal would work everything out anew.
    @Test
    void askingWhetherItCanBeCompactedIsNoChangeOfTheJournal() throws IOException {
        JournalState state = journal.state();
        compactor();
        assertThat(journal.state()).isEqualTo(state);

        compact(new CompactionOrder(15_000, null, false, true));
        JournalState compacted = journal.state();
        assertThat(compacted.version()).isNotEqualTo(state.version());
        compactor();
        assertThat(journal.state()).isEqualTo(compacted);
    }

    @Test
    void compactionLeavesTheRestAsItWasAndTheFileAlone() throws IOException {
        Path backup = folder.resolve("backup.db");
        CompactionOutcome outcome = compact(new CompactionOrder(15_000, backup, false, true));

        assertThat(outcome.removed()).isEqualTo(14_999);
        assertThat(outcome.warning()).isNull();
        assertThat(outcome.sizeAfter()).isLessThan(outcome.sizeBefore() / 2).isEqualTo(Files.size(file));
        assertThat(names()).containsExactlyInAnyOrder("session-20k.db", "backup.db");
        assertThat(journal.state().firstSeq()).isEqualTo(15_000);
        assertThat(journal.info().access()).hasToString("read-only");
        assertThat(journal.snapshots()).hasSize(3);
        journal.close();
        assertThat(JournalRows.entries(file)).isEqualTo(before.subList(14_999, 20_000));
        assertThat(JournalRows.entries(backup)).isEqualTo(before);
    }

    @Test
    void aSnapshotTakenFirstHoldsTheState() {
        var state = CompactionSnapshot.of(journal, Progress.NONE, Cancellation.none());
        compact(new CompactionOrder(20_001, null, true, false));

        var last = journal.snapshots().getLast();
        assertThat(last.seqAt()).isEqualTo(20_000);
        assertThat(journal.snapshot(last.id(), Cancellation.none())
                        .orElseThrow()
                        .params())
                .isEqualTo(state.params())
                .isNotEmpty();
        assertThat(journal.state().isEmpty()).isTrue();
        assertThat(journal.state().highestSeqGiven()).isEqualTo(20_000);
    }

    @Test
    void aBackupIsRestored() throws IOException {
        Path backup = folder.resolve("backup.db");
        compact(new CompactionOrder(15_000, backup, false, true));
        compactor().restore(backup, CompactionProgress.NONE, Cancellation.none());

        assertThat(journal.count(Filter.ALL, Progress.NONE, Cancellation.none()))
                .isEqualTo(20_000);
        assertThat(names()).containsExactlyInAnyOrder("session-20k.db", "backup.db", "session-20k-replaced.db");
        journal.close();
        assertThat(JournalRows.entries(file)).isEqualTo(before);
    }

    @Test
    void aRestoredBackupOfAnotherJournalIsReadOnBecauseItWasMeant() throws IOException {
        Path other = folder.resolve("other.db");
        try (SqliteJournal written = new SqliteJournals().create(other, null)) {
            written.append(Entries.set("/other", "1"));
        }
        assertThat(journal.state().latestSeq()).isEqualTo(20_000);
        compactor().restore(other, CompactionProgress.NONE, Cancellation.none());
        assertThat(journal.state().latestSeq()).isEqualTo(1);
    }

    @Test
    void noBackupIsWrittenOverAFile() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "x");
        assertThatThrownBy(() -> compact(new CompactionOrder(15_000, other, false, true)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("already");
        assertThat(other).hasContent("x");
        assertThat(journal.state().firstSeq()).isEqualTo(1);
        assertThat(compactor().suggestBackup(folder)).doesNotExist();
    }

    @Test
    void noBackupIsMadeBesideTheLogOfAnotherDatabase() throws IOException {
        Path log = Files.writeString(folder.resolve("session-20k-backup.db-wal"), "the last entries of a lost router");
        assertThat(compactor().suggestBackup(folder.resolve("elsewhere")))
                .isEqualTo(folder.resolve("session-20k-backup-2.db"));
        Path backup = folder.resolve("session-20k-backup.db");
        assertThatThrownBy(() -> compact(new CompactionOrder(15_000, backup, false, true)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("session-20k-backup.db-wal")
                .hasMessageContaining("Choose another name");
        assertThat(backup).doesNotExist();
        assertThat(log).hasContent("the last entries of a lost router");
        assertThat(journal.state().firstSeq()).isEqualTo(1);
    }

    @Test
    void aBackupMayHaveTheLongestNameAndItsFolderHasToBeThere() {
        Path longest = folder.resolve("é".repeat(120) + ".db");
        assertThat(compact(new CompactionOrder(100, longest, false, true)).backup())
                .isEqualTo(longest);
        assertThat(JournalRows.entries(longest)).isEqualTo(before);
        assertThatThrownBy(() -> compact(new CompactionOrder(200, folder.resolve("no/b.db"), false, true)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("no such file or folder");
    }

    @Test
    void itsStepsAreToldOneAfterTheOtherAndEachFromItsBeginning() {
        List<CompactionStep> steps = new ArrayList<>();
        Map<CompactionStep, List<Double>> fractions = new EnumMap<>(CompactionStep.class);
        CompactionProgress told = (step, done, total) -> {
            if (steps.isEmpty() || steps.getLast() != step) {
                steps.add(step);
                assertThat(total).as("at the beginning of " + step).isNegative();
            } else {
                fractions.computeIfAbsent(step, any -> new ArrayList<>()).add((double) done / total);
            }
        };

        compactor()
                .compact(
                        new CompactionOrder(15_000, folder.resolve("backup.db"), true, true, true),
                        told,
                        Cancellation.none());

        assertThat(steps)
                .containsExactly(
                        CompactionStep.LOOKING_THROUGH,
                        CompactionStep.TAKING_SNAPSHOT,
                        CompactionStep.BACKING_UP,
                        CompactionStep.CHECKING_BACKUP,
                        CompactionStep.DELETING,
                        CompactionStep.RENUMBERING,
                        CompactionStep.SHRINKING);
        assertThat(fractions.get(CompactionStep.BACKING_UP)).isSorted().endsWith(1.0);
        assertThat(fractions.get(CompactionStep.CHECKING_BACKUP))
                .isSorted()
                .hasSizeGreaterThan(5)
                .endsWith(1.0);
        assertThat(fractions.get(CompactionStep.DELETING))
                .isSorted()
                .hasSizeGreaterThan(5)
                .endsWith(1.0);
        assertThat(fractions.get(CompactionStep.RENUMBERING))
                .isSorted()
                .hasSizeGreaterThan(2)
                .endsWith(1.0);
        assertThat(fractions.get(CompactionStep.SHRINKING)).isSorted().endsWith(1.0);
    }

    @Test
    void cancelledWhileDeletingItLeavesTheOldJournal() throws IOException {
        Cancellation cancellation = new Cancellation();
        CompactionProgress cancelHalfway = (step, done, total) -> {
            if (done > 7_000) {
                cancellation.cancel();
            }
        };
        assertThatThrownBy(() ->
                        compactor().compact(new CompactionOrder(15_000, null, true, true), cancelHalfway, cancellation))
                .isInstanceOf(CancelledException.class);
        assertThat(journal.count(Filter.ALL, Progress.NONE, Cancellation.none()))
                .isEqualTo(20_000);
        assertThat(journal.snapshots()).hasSize(3);
        assertThat(names()).containsExactly("session-20k.db");
    }

    /// Were it not known how much SQLite does for an entry, the bar would stand still early or end late.
    @Test
    void theEntriesWrittenAnewAreHalfOfGivingTheSpaceBack() {
        List<Double> fractions = new ArrayList<>();
        compact(new CompactionOrder(1_000, null, false, true), (step, done, total) -> {
            if (step == CompactionStep.SHRINKING && total > 0) {
                fractions.add((double) done / total);
            }
        });
        assertThat(fractions).isSorted().hasSizeGreaterThan(10).endsWith(1.0);
        assertThat(fractions.stream()
                        .filter(fraction -> fraction < 1)
                        .max(Double::compare)
                        .orElseThrow())
                .isBetween(0.45, 0.75);
    }

    @Test
    void cancelledWhileItGivesTheSpaceBackItLeavesTheNewJournal() throws IOException {
        long size = Files.size(file);
        Cancellation cancellation = new Cancellation();
        CompactionOutcome outcome = compactor()
                .compact(
                        new CompactionOrder(1_000, null, false, true),
                        (step, done, total) -> {
                            if (step == CompactionStep.SHRINKING && done > 0) {
                                cancellation.cancel();
                            }
                        },
                        cancellation);
        assertThat(outcome.warning()).contains("was cancelled");
        assertThat(outcome.sizeAfter()).isEqualTo(size);
        assertThat(journal.state().firstSeq()).isEqualTo(1_000);
        assertThat(names()).containsExactly("session-20k.db");
    }

    /// Were it not known how much SQLite does for an entry, the bar would stand still early or end late.
    @Test
    void lookingThroughTheJournalIsToldFromItsBeginningToItsEnd() {
        List<Double> fractions = new ArrayList<>();
        compact(new CompactionOrder(1_000, null, false, true), (step, done, total) -> {
            if (step == CompactionStep.LOOKING_THROUGH && total > 0) {
                fractions.add((double) done / total);
            }
        });
        assertThat(fractions).isSorted().hasSizeGreaterThan(10).endsWith(1.0);
        assertThat(fractions.get(fractions.size() - 2)).isBetween(0.8, 0.99);
    }

    @Test
    void cancelledWhileTheJournalIsLookedThroughItChangesNothing() throws IOException {
        Cancellation cancellation = new Cancellation();
        CompactionProgress cancelHalfway = (step, done, total) -> {
            if (step == CompactionStep.LOOKING_THROUGH && done > 0) {
                cancellation.cancel();
            }
        };
        var order = new CompactionOrder(15_000, null, false, true);
        assertThatThrownBy(() -> compactor().compact(order, cancelHalfway, cancellation))
                .isInstanceOf(CancelledException.class);
        assertThat(journal.state().firstSeq()).isEqualTo(1);
    }

    @Test
    void cancelledWhileTheBackupIsLookedThroughItLeavesNeitherBackupNorChange() throws IOException {
        Cancellation cancellation = new Cancellation();
        CompactionProgress cancelHalfway = (step, done, total) -> {
            if (step == CompactionStep.CHECKING_BACKUP && done > 0) {
                cancellation.cancel();
            }
        };
        var order = new CompactionOrder(15_000, folder.resolve("backup.db"), false, true);
        assertThatThrownBy(() -> compactor().compact(order, cancelHalfway, cancellation))
                .isInstanceOf(CancelledException.class);
        assertThat(names()).containsExactly("session-20k.db");
        assertThat(journal.state().firstSeq()).isEqualTo(1);
    }

    @Test
    void takingTheSnapshotTellsHowFarItIs() throws Exception {
        Path bare = folder.resolve("bare.db");
        try (SqliteJournal written = new SqliteJournals().create(bare, null)) {
            for (int i = 0; i < 20_000; i++) {
                written.append(Entries.set("/a", "1"));
            }
            List<Double> fractions = new ArrayList<>();
            CompactionSnapshot.of(written, (done, total) -> fractions.add((double) done / total), Cancellation.none());
            assertThat(fractions).isSorted().hasSizeGreaterThan(1).allMatch(part -> part > 0 && part <= 1);
        }
    }

    @Test
    void refusedWhileTheSameProgramWrites() {
        journal.close();
        try (SqliteJournal writing = new SqliteJournals().openForWriting(file, null);
                JournalReader reader = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            assertThat(writing.len()).isEqualTo(20_000);
            assertThat(reader.compaction()).isInstanceOf(CompactionAccess.Unavailable.class);
        }
    }

    @Test
    void aCrashedWritersLogIsTakenInByCompaction() throws IOException {
        Path original = SharedJournals.file("unclean-stop");
        Path live = folder.resolve("live.db");
        Files.copy(original.resolve("live.db"), live);
        Files.copy(original.resolve("live.db-wal"), folder.resolve("live.db-wal"));
        try (JournalReader crashed = new SqliteJournals().open(live, Progress.NONE, Cancellation.none())) {
            Compactor compactor = ((CompactionAccess.Available) crashed.compaction()).compactor();
            Path backup = folder.resolve("backup.db");
            compactor.compact(
                    new CompactionOrder(5, backup, false, true), CompactionProgress.NONE, Cancellation.none());
            assertThat(crashed.count(Filter.ALL, Progress.NONE, Cancellation.none()))
                    .isEqualTo(9);
            assertThat(JournalRows.entries(backup)).hasSize(13);
        }
        assertThat(names()).doesNotContain("live.db-wal", "live.db-shm");
    }

    @Test
    void aTriggerKeepsItFromBeingCompacted() throws Exception {
        journal.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TRIGGER t AFTER DELETE ON journal_entries BEGIN DELETE FROM snapshots; END");
        }
        journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
        assertThatThrownBy(() -> compact(new CompactionOrder(15_000, null, false, true)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("trigger");
        assertThat(journal.snapshots()).hasSize(3);
    }

    /// Deleting an entry deletes it from each index, which works the expression out.
    @Test
    void anIndexOverAnExpressionKeepsItFromBeingCompacted() throws Exception {
        journal.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE INDEX x ON journal_entries(length(hex(zeroblob(msg_type))))");
        }
        journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
        assertThatThrownBy(() -> compact(new CompactionOrder(15_000, null, false, true)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("an index over an expression (x)");
        assertThat(journal.snapshots()).hasSize(3);
    }

    private Compactor compactor() {
        return ((CompactionAccess.Available) journal.compaction()).compactor();
    }

    private CompactionOutcome compact(CompactionOrder order) {
        return compact(order, CompactionProgress.NONE);
    }

    private CompactionOutcome compact(CompactionOrder order, CompactionProgress progress) {
        return compactor().compact(order, progress, Cancellation.none());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
