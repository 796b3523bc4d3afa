package clasp.journal.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import clasp.journal.model.SeqRange;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import clasp.journal.store.RowIndex;
import clasp.journal.testing.Entries;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryJournalTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(5, 7_000));

    @Test
    void theDefaultIsClasps() {
        MemoryJournal journal = new MemoryJournal();
        append(journal, MemoryJournal.DEFAULT_CAPACITY + 1);
        journal.snapshot(List.of());
        journal.snapshot(List.of(new Param("/x", "1", 1, "w", 0)));

        assertThat(MemoryJournal.DEFAULT_CAPACITY).isEqualTo(10_000);
        assertThat(journal.len()).isEqualTo(10_000);
        assertThat(journal.snapshots()).hasSize(1);
        assertThat(journal.loadSnapshot().orElseThrow().params()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_023, 1_024, 1_025, 3_000})
    void appendBeyondCapacityEvictsOldest(int capacity) {
        MemoryJournal journal = new MemoryJournal("test", capacity, 1, CLOCK);

        for (int total = 1; total <= 5_000; total++) {
            append(journal, 1);
            assertThat(journal.state().latestSeq()).isEqualTo(total);
            assertThat(journal.state().firstSeq()).isEqualTo(Math.max(1, total - capacity + 1));
        }

        assertThat(journal.since(0, OptionalInt.empty()))
                .extracting(Entry::seq)
                .containsExactlyElementsOf(IntStream.rangeClosed(5_001 - capacity, 5_000)
                        .mapToObj(Long::valueOf)
                        .toList());
    }

    @Test
    void whoeverReadsSeesWhatWasThereAtTheBeginning() {
        MemoryJournal journal = new MemoryJournal("test", 3_000, 1, CLOCK);
        append(journal, 3_000);
        List<Long> seen = new ArrayList<>();

        journal.scan(
                Filter.ALL,
                SeqRange.ALL,
                entry -> {
                    append(journal, 1);
                    return seen.add(entry.seq());
                },
                Cancellation.none());

        assertThat(seen).hasSize(3_000).startsWith(1L).endsWith(3_000L);
        assertThat(journal.state().firstSeq()).isEqualTo(3_001);
    }

    @Test
    void theLastSnapshotsAreKept() {
        MemoryJournal journal = new MemoryJournal("test", 10, 2, CLOCK);
        for (int i = 0; i < 3; i++) {
            append(journal, 1);
            journal.snapshot(List.of());
        }

        assertThat(journal.snapshots())
                .containsExactly(new SnapshotInfo(2, 5_000_007, 2, 2), new SnapshotInfo(3, 5_000_007, 3, 2));
        assertThat(journal.snapshot(1, Cancellation.none())).isEmpty();
    }

    @Test
    void skippedSeqsAreMissing() {
        MemoryJournal journal = new MemoryJournal("test", 100, 1, CLOCK);
        append(journal, 2);
        journal.skipSeqs(3);
        append(journal, 1);
        journal.skipSeqs(2);

        assertThat(journal.missingSeqs(10, Cancellation.none())).containsExactly(new SeqRange(3, 5));
        assertThat(journal.state().highestSeqGiven()).isEqualTo(8);
        RowIndex rows = journal.rowIndex(Filter.ALL, Progress.NONE, Cancellation.none());
        assertThat(rows.rows()).isEqualTo(3);
        assertThat(rows.seqAt(2)).isEqualTo(6);
    }

    @Test
    void itsSizeFollowsItsEntries() {
        MemoryJournal journal = new MemoryJournal();
        assertThat(journal.info().sizeBytes()).isZero();

        append(journal, 10);
        long ten = journal.info().sizeBytes();
        journal.compact(6);

        assertThat(ten).isPositive();
        assertThat(journal.info().sizeBytes()).isEqualTo(ten / 2);
        journal.compact(Long.MAX_VALUE);
        assertThat(journal.info().sizeBytes()).isZero();
    }

    @Test
    void aJournalThatKeepsNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MemoryJournal("x", 0, 1, CLOCK));
        assertThatIllegalArgumentException().isThrownBy(() -> new MemoryJournal("x", 1, 0, CLOCK));
    }

    private static void append(MemoryJournal journal, int entries) {
        journal.appendAll(IntStream.range(0, entries)
                .mapToObj(i -> Entries.set("/a", "1"))
                .toList());
    }
}
