package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import clasp.journal.store.JournalException;
import clasp.journal.testing.Entries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// How what waits is stored: many together, each once, in order.
class RecordingWriterTest {
    private static final RecordingLimits LIMITS =
            new RecordingLimits(Duration.ofSeconds(9), 1_000_000, 1L << 30, Duration.ofMillis(1));

    private final RecordingQueue queue = new RecordingQueue(LIMITS);
    private final Sink sink = new Sink();

    /// Notes what it is given at a time.
    private static final class Sink implements RecordingSink {
        final List<List<Entry>> batches = new ArrayList<>();
        final List<Integer> snapshotsAfter = new ArrayList<>();
        int failures;

        @Override
        public void take(List<Entry> entries) {
            if (failures-- > 0) {
                throw new JournalException("There is no space left for it.");
            }
            batches.add(List.copyOf(entries));
        }

        @Override
        public void snapshot(List<Param> params) {
            snapshotsAfter.add(seqs().size());
        }

        @Override
        public void settle() {}

        @Override
        public long sizeBytes() {
            return 0;
        }

        List<Long> seqs() {
            return batches.stream().flatMap(List::stream).map(Entry::seq).toList();
        }

        List<Integer> sizes() {
            return batches.stream().map(List::size).toList();
        }
    }

    private void offer(int entries) {
        for (int i = 0; i < entries; i++) {
            queue.offer(Entries.set("/a", "1"));
        }
    }

    /// Stores what is in the queue, to the end.
    private RecordingWriter store(long mostEntries) {
        queue.end();
        var writer = new RecordingWriter(queue, sink, LIMITS, mostEntries);
        writer.run();
        return writer;
    }

    private static List<Long> from1To(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void whatWaitsIsStoredSixteenThousandTogether() {
        offer(40_000);
        assertThat(store(RecordingOrder.UNLIMITED).stored()).isEqualTo(40_000);

        assertThat(sink.sizes()).containsExactly(16_000, 16_000, 8_000);
        assertThat(sink.seqs()).isEqualTo(from1To(40_000));
    }

    @Test
    void whatFailsIsTriedAgainAsAWholeAndStoredOnce() {
        offer(20_000);
        sink.failures = 1;
        var writer = store(RecordingOrder.UNLIMITED);

        assertThat(sink.sizes()).containsExactly(16_000, 4_000);
        assertThat(sink.seqs()).isEqualTo(from1To(20_000));
        assertThat(writer.lost()).isZero();
        assertThat(writer.problem()).isEmpty();
    }

    @Test
    void nothingIsTriedAgainOnceNobodyWaitsAndTheLossIsCounted() {
        offer(20_000);
        queue.end();
        sink.failures = 1;
        var writer = new RecordingWriter(queue, sink, LIMITS, RecordingOrder.UNLIMITED);
        writer.waitNoMore();
        writer.run();

        assertThat(writer.lost()).isEqualTo(16_000);
        assertThat(writer.stored()).isEqualTo(4_000);
        assertThat(sink.seqs())
                .isEqualTo(LongStream.rangeClosed(16_001, 20_000).boxed().toList());
    }

    @Test
    void aStateIsStoredBetweenTheEntriesBetweenWhichItWasTold() {
        offer(5);
        queue.state(List.of());
        offer(7);
        store(RecordingOrder.UNLIMITED);

        assertThat(sink.sizes()).containsExactly(5, 7);
        assertThat(sink.snapshotsAfter).containsExactly(5);
    }

    @Test
    void whatIsMissingLeavesItsSeqsOutWithinABatch() {
        offer(2);
        queue.miss(3);
        offer(2);
        store(RecordingOrder.UNLIMITED);

        assertThat(sink.sizes()).containsExactly(4);
        assertThat(sink.seqs()).containsExactly(1L, 2L, 6L, 7L);
    }

    @Test
    void aBatchIsCutWhereAsManyAreStoredAsAreWanted() {
        offer(40_000);
        var writer = store(20_000);

        assertThat(sink.sizes()).containsExactly(16_000, 4_000);
        assertThat(writer.stored()).isEqualTo(20_000);
        assertThat(writer.full().getCount()).isZero();
    }
}
