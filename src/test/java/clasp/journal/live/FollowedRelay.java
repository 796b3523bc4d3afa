package clasp.journal.live;

import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.Entries;
import clasp.journal.testing.Patience;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;

/// A relay that can be made to fail, and journals that are read from it.
abstract class FollowedRelay {
    static final RelayLimits LIMITS = new RelayLimits(Duration.ofSeconds(10), Duration.ofSeconds(10), 100, 1 << 16);

    final FakeRelay relay = new FakeRelay(memory(1_000_000));

    final List<LiveEvent> events = new CopyOnWriteArrayList<>();

    final List<JournalReader> opened = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(JournalReader::close);
        relay.close();
    }

    static MemoryJournal memory(int capacity) {
        return new MemoryJournal("test", capacity, 1, InstantSource.system());
    }

    RelayJournal open() {
        return open(LIMITS);
    }

    RelayJournal open(RelayLimits limits) {
        RelayJournal journal = RelayJournal.open(
                relay.address(),
                BearerToken.of("s3cret"),
                limits,
                () -> memory(1_000_000),
                events::add,
                Cancellation.none());
        opened.add(journal);
        return journal;
    }

    void append(int entries) {
        relay.journal.appendAll(IntStream.range(0, entries)
                .mapToObj(i -> Entries.set("/a/" + i, Integer.toString(i)))
                .toList());
    }

    static List<Long> seqs(JournalReader journal) {
        List<Long> seqs = new ArrayList<>();
        journal.scan(Filter.ALL, SeqRange.ALL, entry -> seqs.add(entry.seq()), Cancellation.none());
        return seqs;
    }

    static void await(JournalReader journal, long first, long last) throws Exception {
        List<Long> expected = LongStream.rangeClosed(first, last).boxed().toList();
        Patience.until("seqs " + first + " to " + last, () -> seqs(journal).equals(expected));
    }

    <E extends LiveEvent> E awaitEvent(Class<E> type) throws Exception {
        Patience.until(type.getSimpleName(), () -> events.stream().anyMatch(type::isInstance));
        return type.cast(events.stream().filter(type::isInstance).findFirst().orElseThrow());
    }
}
