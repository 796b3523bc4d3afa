package clasp.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.testing.BruteForce;
import clasp.journal.testing.Entries;
import clasp.journal.testing.RandomJournals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a journal tells about itself as a whole.
public interface OverviewContract extends Holding {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    default void theWholeIsDescribedAsBruteForceDescribesIt(long seed) {
        BruteForce expected = new BruteForce(new RandomJournals(seed).entries(400));
        JournalReader journal = holding(expected.entries());

        assertThat(journal.timeSpan()).isEqualTo(expected.timeSpan());
        Progress progress = (done, total) -> assertThat(done).isBetween(1L, total);
        assertThat(journal.addresses(progress, Cancellation.none())).isEqualTo(expected.addresses());
        assertThat(journal.missingSeqs(1_000, Cancellation.none())).isEqualTo(expected.missingSeqs());
        assertThat(journal.missingSeqs(2, Cancellation.none()))
                .isEqualTo(expected.missingSeqs().stream().limit(2).toList());
        assertThat(journal.state().firstSeq())
                .isEqualTo(expected.entries().getFirst().seq());
        assertThat(journal.state().latestSeq())
                .isEqualTo(expected.entries().getLast().seq());
        for (Entry entry : expected.entries()) {
            assertThat(journal.entry(entry.seq())).contains(entry);
            for (long micros :
                    new long[] {entry.timestampMicros() - 1, entry.timestampMicros(), entry.timestampMicros() + 1}) {
                assertThat(journal.seqAtTime(micros)).isEqualTo(expected.seqAtTime(micros));
            }
        }
        for (SeqRange missing : expected.missingSeqs()) {
            assertThat(journal.entry(missing.first())).isEmpty();
        }
    }

    @Test
    default void anEmptyJournalHasNothing() {
        JournalReader journal = holding(List.of());

        assertThat(journal.state().isEmpty()).isTrue();
        assertThat(journal.state().firstSeq()).isZero();
        assertThat(journal.timeSpan()).isEmpty();
        assertThat(journal.seqAtTime(0)).isEmpty();
        assertThat(journal.entry(1)).isEmpty();
        assertThat(journal.addresses(Progress.NONE, Cancellation.none())).isEmpty();
        assertThat(journal.addressesStartingWith("", 10, Cancellation.none())).isEmpty();
        assertThat(journal.missingSeqs(10, Cancellation.none())).isEmpty();
        assertThat(journal.snapshots()).isEmpty();
        assertThat(journal.snapshot(1, Cancellation.none())).isEmpty();
        assertThat(journal.count(Filter.ALL, Progress.NONE, Cancellation.none()))
                .isZero();
        assertThat(journal.rowIndex(Filter.ALL, Progress.NONE, Cancellation.none())
                        .rows())
                .isZero();
        assertThat(journal.histogram(Filter.ALL, TimeRange.ALL, 7, Progress.NONE, Cancellation.none())
                        .total())
                .isZero();
    }

    @Test
    default void timesAreUnsigned() {
        JournalReader journal = holding(List.of(
                Entries.at(-1, "/max").withSeq(1),
                Entries.at(Long.MIN_VALUE, "/beyond").withSeq(2),
                Entries.at(5, "/early").withSeq(3),
                Entries.at(Long.MAX_VALUE, "/below").withSeq(4)));

        assertThat(journal.timeSpan()).contains(new TimeRange(5, -1));
        assertThat(journal.seqAtTime(0)).contains(3L);
        assertThat(journal.seqAtTime(6)).contains(4L);
        assertThat(journal.seqAtTime(Long.MIN_VALUE)).contains(2L);
        assertThat(journal.seqAtTime(-1)).contains(1L);
        assertThat(journal.seqAtTime(Long.MIN_VALUE + 1)).contains(1L);
        assertThat(seqs(journal, new TimeRange(0, Long.MAX_VALUE))).containsExactly(3L, 4L);
        assertThat(seqs(journal, new TimeRange(0, -1))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(seqs(journal, new TimeRange(6, -2))).containsExactly(2L, 4L);
        assertThat(seqs(journal, new TimeRange(Long.MIN_VALUE, -1))).containsExactly(1L, 2L);
        assertThat(seqs(journal, new TimeRange(-1, -1))).containsExactly(1L);
    }

    @Test
    default void ofEntriesAtTheSameTimeTheLowestSeqIsFound() {
        JournalReader journal = holding(LongStream.rangeClosed(1, 10)
                .mapToObj(seq -> Entries.at(seq == 1 ? 900 : 700, "/a").withSeq(seq))
                .toList());

        assertThat(journal.seqAtTime(700)).contains(2L);
        assertThat(journal.seqAtTime(701)).contains(1L);
        assertThat(journal.seqAtTime(901)).isEmpty();
    }

    @Test
    default void firstSegmentsEndAtTheirSlash() {
        JournalReader journal = holding(LongStream.rangeClosed(1, 12)
                .mapToObj(seq -> Entries.set(
                                List.of(
                                                "/a/1", "/a/2/3", "/a", "/a!", "/a0/x", "b/c", "b", "", "/", "//",
                                                "//x", "/ü/é")
                                        .get((int) seq - 1),
                                "1")
                        .withSeq(seq))
                .toList());

        assertThat(journal.firstSegments(100, Cancellation.none()))
                .extracting(FirstSegment::text)
                .containsExactly("", "/", "//", "/a", "/a!", "/a/", "/a0/", "/ü/", "b", "b/");
        assertThat(journal.firstSegments(2, Cancellation.none()))
                .containsExactly(new FirstSegment("", 1), new FirstSegment("/", 1));
        assertThat(holding(List.of()).firstSegments(2, Cancellation.none())).isEmpty();
    }

    @Test
    default void firstSegmentsHaveAboutAsManyEntriesAsTheirAddresses() {
        JournalReader journal = holding(LongStream.rangeClosed(1, 6_000)
                .filter(seq -> seq % 3 != 0)
                .mapToObj(seq -> Entries.set(seq == 77 ? "/c" : seq % 4 == 0 ? "/b/" + seq % 9 : "/a/" + seq % 7, "1")
                        .withSeq(seq))
                .toList());

        List<FirstSegment> found = journal.firstSegments(100, Cancellation.none());

        assertThat(found).extracting(FirstSegment::text).containsExactly("/a/", "/b/", "/c");
        assertThat(found.get(0).about()).isBetween(2_700L, 3_300L);
        assertThat(found.get(1).about()).isBetween(800L, 1_200L);
        assertThat(found.get(2).about()).isBetween(1L, 10L);
    }

    @Test
    default void firstSegmentsOfWritersThatTakeTurnsHaveAboutAsManyEach() {
        JournalReader journal = holding(LongStream.rangeClosed(1, 4_096)
                .mapToObj(
                        seq -> Entries.set(seq % 2 == 0 ? "/a/x" : "/b/x", "1").withSeq(seq))
                .toList());

        assertThat(journal.firstSegments(100, Cancellation.none()))
                .hasSize(2)
                .allMatch(segment -> segment.about() > 1_700 && segment.about() < 2_400);
    }

    @Test
    default void completionFindsWhatBeginsWithThePrefix() {
        JournalReader journal = holding(LongStream.rangeClosed(1, 6)
                .mapToObj(seq -> new Entry(
                        seq,
                        seq,
                        List.of("ann", "anna", "Anna", "bob_", "bobX", "").get((int) seq - 1),
                        List.of("/a_/1", "/aX/1", "/A_/1", "/a_/\uffee", "/a_/🎛", "/a")
                                .get((int) seq - 1),
                        "param",
                        "1",
                        1L,
                        33))
                .toList());

        assertThat(journal.addressesStartingWith("/a_/", 10, Cancellation.none()))
                .containsExactly("/a_/1", "/a_/\uffee", "/a_/🎛");
        assertThat(journal.addressesStartingWith("/a", 2, Cancellation.none())).containsExactly("/a", "/aX/1");
        assertThat(journal.addressesStartingWith("", 100, Cancellation.none())).hasSize(6);
        assertThat(journal.addressesStartingWith("/a%", 10, Cancellation.none()))
                .isEmpty();
        assertThat(journal.authorsStartingWith("ann", 10, Cancellation.none()))
                .containsExactlyInAnyOrder("ann", "anna");
        assertThat(journal.authorsStartingWith("bob_", 10, Cancellation.none())).containsExactly("bob_");
        assertThat(journal.authorsStartingWith("", 2, Cancellation.none())).hasSize(2);
    }

    private static List<Long> seqs(JournalReader journal, TimeRange range) {
        List<Long> seqs = new ArrayList<>();
        journal.scan(new Filter.Time(range), SeqRange.ALL, entry -> seqs.add(entry.seq()), Cancellation.none());
        return seqs;
    }
}
