package clasp.journal.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import clasp.journal.model.Snapshot;
import clasp.journal.model.TimeRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.CompactionOutcome;
import clasp.journal.store.CompactionPreview;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.Compactor;
import clasp.journal.store.JournalException;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryCompactorTest {
    private static final Cancellation NONE = Cancellation.none();

    @TempDir
    Path folder;

    private final MemoryJournal journal = new MemoryJournal("test", 10_000, 3, InstantSource.system());
    private final Compactor compactor = ((CompactionAccess.Available) journal.compaction()).compactor();

    @Test
    void theSafePointIsWhereTheLatestUsableSnapshotWasTaken() {
        assertThat(compactor.safePoint(NONE)).isEmpty();
        journal.append(Entries.set("/a", "1"));
        journal.append(Entries.set("/a", "2"));
        journal.snapshot(List.of(param("/a", "2")));
        journal.append(Entries.set("/a", "3"));
        journal.snapshot(List.of(param("/a", "[".repeat(126) + "]".repeat(126))));

        assertThat(compactor.safePoint(NONE)).hasValue(2);
    }

    @Test
    void keepingTheLastCountsEntriesAndNotSeqs() {
        assertThat(compactor.keepingLast(5, NONE)).isEqualTo(1);
        appendThree();
        journal.skipSeqs(10);
        appendThree();

        assertThat(compactor.keepingLast(4, NONE)).isEqualTo(3);
        assertThat(compactor.keepingLast(100, NONE)).isEqualTo(1);
        assertThat(compactor.keepingLast(0, NONE)).isEqualTo(17);
    }

    @Test
    void thePreviewTellsWhatWouldGo() {
        journal.append(Entries.at(500, "/only/here"));
        journal.append(Entries.at(-1, "/covered"));
        journal.append(Entries.at(200, "/again"));
        journal.snapshot(List.of(param("/covered", "1")));
        journal.append(Entries.at(300, "/covered/late"));
        journal.append(Entries.publish("/published", "event", "1"));
        journal.append(Entries.at(100, "/again"));

        CompactionPreview preview = compactor.preview(6, Progress.NONE, NONE);

        assertThat(preview.removed()).isEqualTo(5);
        assertThat(preview.kept()).isEqualTo(1);
        assertThat(preview.uncovered()).containsExactly("/covered/late");
        assertThat(preview.uncoveredCount()).isEqualTo(1);
        // Recovery begins with the snapshot, which does not have it.
        assertThat(preview.forgotten()).containsExactly("/only/here");
        assertThat(preview.forgottenCount()).isEqualTo(1);
        assertThat(preview.lostTime()).contains(new TimeRange(200, -1));
        assertThat(preview.sizeAfter()).isLessThan(preview.sizeBefore());
        assertThat(compactor.preview(1, Progress.NONE, NONE).lostTime()).isEmpty();
    }

    @Test
    void aSnapshotTakenBeforeTheLastSetDoesNotCoverIt() {
        journal.append(Entries.set("/a", "1"));
        journal.snapshot(List.of(param("/a", "1")));
        journal.append(Entries.set("/a", "2"));

        assertThat(compactor.preview(3, Progress.NONE, NONE).uncovered()).containsExactly("/a");
    }

    @Test
    void theStateIsKeptInASnapshotTakenFirst() {
        journal.append(Entries.set("/b", "1"));
        journal.snapshot(List.of(param("/a", "1.50"), param("/b", "1")));
        journal.append(Entries.set("/b", "01"));
        journal.append(Entries.publish("/e", "event", "1"));
        journal.append(new Entry(0, 9, "w", "/a", "param", "1e+300", -1L, 33));
        journal.append(new Entry(0, 9, "w", "/a", "param", "2.50", null, 33));

        CompactionOutcome outcome = compact(new CompactionOrder(5, null, true, false));

        Snapshot snapshot = journal.loadSnapshot().orElseThrow();
        assertThat(snapshot.info().seqAt()).isEqualTo(5);
        assertThat(snapshot.usable()).isTrue();
        assertThat(snapshot.params())
                .containsExactly(
                        new Param("/a", "2.50", 0, "w", 9),
                        new Param("/b", "null", 1, "author", 1_708_500_000_000_000L));
        assertThat(outcome.removed()).isEqualTo(4);
        assertThat(outcome.warning()).contains("null for 1 param").contains("/b");
    }

    @Test
    void aStateThatNoSnapshotCanHoldLeavesTheJournalAsItIs() {
        journal.append(Entries.set("/deep", "[".repeat(127) + "]".repeat(127)));

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> compact(new CompactionOrder(2, null, true, false)))
                .withMessageContaining("/deep");
        assertThat(journal.len()).isEqualTo(1);
        assertThat(journal.snapshots()).isEmpty();
    }

    @Test
    void restoringTheBackupBringsEverythingBackBitByBit() {
        journal.append(new Entry(0, -1, "a\n", "/größe\r\n", "PARAM", "{broken\n", Long.MIN_VALUE, -1));
        journal.append(Entries.set("/x", " [1,\n2] "));
        journal.skipSeqs(2);
        appendThree();
        journal.snapshot(List.of(param("/a", "{\"x\" :\n1e+300}"), param("/b", "-0.0")));
        var entries = journal.since(0, OptionalInt.empty());
        Snapshot snapshot = journal.loadSnapshot().orElseThrow();
        Path backup = folder.resolve("backup.jsonl");

        CompactionOutcome outcome = compact(new CompactionOrder(Long.MAX_VALUE, backup, false, false));
        assertThat(outcome.removed()).isEqualTo(5);
        assertThat(outcome.backupFile()).contains(backup);
        assertThat(journal.isEmpty()).isTrue();
        compactor.restore(backup, CompactionProgress.NONE, NONE);

        assertThat(journal.since(0, OptionalInt.empty())).isEqualTo(entries);
        assertThat(journal.loadSnapshot()).contains(snapshot);
        assertThat(journal.append(Entries.set("/x", "1"))).isEqualTo(8);
        assertThat(folder).isDirectoryContaining(file -> file.equals(backup));
    }

    @Test
    void aBackupNeverOverwritesAFile() throws IOException {
        appendThree();
        Path taken = Files.writeString(folder.resolve("taken"), "precious");

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> compact(new CompactionOrder(3, taken, false, false)))
                .withMessageContaining("exists already");
        assertThat(taken).hasContent("precious");
        assertThat(journal.len()).isEqualTo(3);
    }

    @Test
    void aBackupThatCannotBeWrittenLeavesTheJournalAsItIs() {
        appendThree();

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> compact(new CompactionOrder(3, folder.resolve("no/such/folder"), false, false)))
                .withMessageContaining("Nothing was compacted");
        assertThat(journal.len()).isEqualTo(3);
    }

    @Test
    void aWholeBackupIsOneAlsoWhereTheFolderThatItWasWrittenInStays() throws IOException {
        var large = new MemoryJournal("large", 20_000, 1, InstantSource.system());
        large.appendAll(Collections.nCopies(20_000, Entries.set("/a", "1")));
        Path backup = folder.resolve("backup.jsonl");
        Progress othersWriteThere = (done, total) -> {
            try (var found = Files.newDirectoryStream(folder, "*.part")) {
                Files.createDirectories(found.iterator().next().resolve("other/other"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };

        MemoryBackup.write(large.content(), backup, othersWriteThere, NONE);

        assertThat(folder).isDirectoryContaining("glob:**.part");
        assertThat(MemoryBackup.read(backup, Progress.NONE, NONE).entries().size())
                .isEqualTo(20_000);
    }

    @Test
    void cancellingLeavesTheJournalAsItIsAndNoFile() {
        appendThree();
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();

        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> compactor.compact(
                        new CompactionOrder(3, folder.resolve("backup"), true, false),
                        CompactionProgress.NONE,
                        cancelled));
        assertThat(journal.len()).isEqualTo(3);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsNoBackupIsNotRestored() throws IOException {
        appendThree();
        for (String text : List.of(
                "",
                "x",
                "{}",
                "{\"clasp_journal_backup\":2}",
                "{\"clasp_journal_backup\":1,\"highest_seq\":1,\"snapshots\":0,\"entries\":1}\n",
                "{\"clasp_journal_backup\":1,\"highest_seq\":1,\"snapshots\":1,\"entries\":0}\n{\"seq\":1}\n")) {
            Path file = Files.writeString(folder.resolve("bad"), text);
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> compactor.restore(file, CompactionProgress.NONE, NONE))
                    .withMessageContaining("is no backup")
                    .withMessageContaining("The journal was left as it is.");
        }
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> compactor.restore(folder.resolve("absent"), CompactionProgress.NONE, NONE));
        assertThat(journal.len()).isEqualTo(3);
    }

    @Test
    void theSuggestedBackupLiesInTheFolderGivenAndDoesNotExistYet() throws IOException {
        assertThat(compactor.suggestBackup(folder)).isEqualTo(folder.resolve("test-backup.jsonl"));
        Files.createFile(folder.resolve("test-backup.jsonl"));
        assertThat(compactor.suggestBackup(folder)).isEqualTo(folder.resolve("test-backup-2.jsonl"));
    }

    private CompactionOutcome compact(CompactionOrder order) {
        return compactor.compact(order, CompactionProgress.NONE, NONE);
    }

    private void appendThree() {
        journal.appendAll(List.of(Entries.set("/a", "1"), Entries.set("/b", "2"), Entries.set("/c", "3")));
    }

    private static Param param(String address, String value) {
        return new Param(address, value, 1, "writer", 5);
    }
}
