package clasp.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.TimeRange;
import clasp.journal.query.AddressPattern;
import clasp.journal.query.Filter;
import clasp.journal.testing.Entries;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// CLASP's operations on a journal: query, snapshot, compact.
public interface JournalOperationsContract extends Writing {
    @Test
    default void aQueryTakesPatternTimeTypesAndLimit() {
        Journal journal = created();
        journal.append(at(10, "/lumen/a/3/x", "param"));
        journal.append(at(20, "/lumen/b/4/x", "event"));
        journal.append(at(30, "/lumen/c/3/x", "Param"));
        journal.append(at(-1, "/lumen/d/3/x", "param"));
        journal.append(at(20, "/audio/d/3/x", "param"));

        assertThat(query(journal, "/**", TimeRange.ALL, OptionalInt.empty(), Set.of()))
                .containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(query(journal, "/lumen/**", new TimeRange(20, 30), OptionalInt.empty(), Set.of()))
                .containsExactly(2L, 3L);
        assertThat(query(journal, "/lumen/**", new TimeRange(31, -1), OptionalInt.empty(), Set.of()))
                .containsExactly(4L);
        assertThat(query(journal, "/**", new TimeRange(0, -2), OptionalInt.empty(), Set.of("param")))
                .containsExactly(1L, 5L);
        assertThat(query(journal, "/**", TimeRange.ALL, OptionalInt.empty(), Set.of("param", "event")))
                .containsExactly(1L, 2L, 4L, 5L);
        assertThat(query(journal, "/**", TimeRange.ALL, OptionalInt.of(2), Set.of()))
                .containsExactly(1L, 2L);
        assertThat(query(journal, "/**", TimeRange.ALL, OptionalInt.of(0), Set.of()))
                .isEmpty();
    }

    @Test
    default void theLimitCountsMatchesAlsoWithAWildcardInTheMiddle() {
        Journal journal = created();
        journal.appendAll(IntStream.range(0, 1_000)
                .mapToObj(i -> Entries.set("/lumen/" + i + "/" + i % 50 + "/x", "1"))
                .toList());

        assertThat(query(journal, "/lumen/*/49/x", TimeRange.ALL, OptionalInt.of(3), Set.of()))
                .containsExactly(50L, 100L, 150L);
        assertThat(query(journal, "/lumen/*/49/*", TimeRange.ALL, OptionalInt.of(1_000), Set.of()))
                .hasSize(20);
    }

    @Test
    default void aSnapshotIsKeptBitByBitWithTheLatestSeq() {
        Journal journal = created();
        List<Param> params = List.of(
                new Param("/a\n\"", "{\"x\" : 1e+300}", -1, "wü", Long.MIN_VALUE), new Param("", "-0.0", 0, "", 0));

        assertThat(journal.snapshot(List.of())).isZero();
        journal.append(Entries.set("/a", "1"));
        journal.append(Entries.set("/a", "2"));
        assertThat(journal.snapshot(params)).isEqualTo(2);

        Snapshot snapshot = journal.loadSnapshot().orElseThrow();
        assertThat(snapshot.params()).isEqualTo(params);
        assertThat(snapshot.usable()).isTrue();
        assertThat(snapshot.info().seqAt()).isEqualTo(2);
        assertThat(snapshot.info().createdAtMicros()).isPositive();
        assertThat(journal.snapshots()).extracting(SnapshotInfo::seqAt).containsExactly(0L, 2L);
        assertThat(journal.snapshots()).extracting(SnapshotInfo::id).containsExactly(1L, 2L);
        assertThat(journal.snapshots().getLast()).isEqualTo(snapshot.info());
        assertThat(journal.snapshot(1, Cancellation.none()))
                .map(Snapshot::params)
                .contains(List.of());
        assertThat(journal.snapshot(9, Cancellation.none())).isEmpty();
        assertThat(journal.snapshots().getFirst().sizeBytes()).isEqualTo(2);
    }

    @Test
    default void aSnapshotThatClaspCannotLoadSaysSo() {
        Journal journal = created();
        journal.snapshot(List.of(new Param("/deep", "[".repeat(126) + "]".repeat(126), 1, "w", 1)));

        Snapshot snapshot = journal.loadSnapshot().orElseThrow();
        assertThat(snapshot.params()).hasSize(1);
        assertThat(snapshot.usable()).isFalse();
        assertThat(snapshot.claspRefusal()).contains("/deep");
    }

    @Test
    default void compactingDeletesBelowASeqAndNothingElse() {
        Journal journal = created();
        for (int i = 0; i < 10; i++) {
            journal.append(Entries.set("/a", Integer.toString(i)));
        }
        journal.snapshot(List.of());

        assertThat(journal.compact(1)).isZero();
        assertThat(journal.compact(4)).isEqualTo(3);
        assertThat(journal.compact(4)).isZero();
        assertThat(journal.len()).isEqualTo(7);
        assertThat(journal.state().firstSeq()).isEqualTo(4);
        assertThat(journal.state().latestSeq()).isEqualTo(10);
        assertThat(journal.entry(3)).isEmpty();
        assertThat(journal.missingSeqs(10, Cancellation.none())).isEmpty();
        assertThat(journal.snapshots()).hasSize(1);
    }

    @Test
    default void compactingCanLeaveTheNewestSnapshotsOnly() {
        Journal journal = created();
        for (int i = 0; i < 4; i++) {
            journal.append(Entries.set("/a", Integer.toString(i)));
            journal.snapshot(List.of(new Param("/a", Integer.toString(i), i, "w", i)));
        }

        assertThat(journal.compact(4, 9)).isEqualTo(3);
        assertThat(journal.snapshots()).extracting(SnapshotInfo::seqAt).containsExactly(1L, 2L, 3L, 4L);
        assertThat(journal.compact(4, 2)).isZero();
        assertThat(journal.snapshots()).extracting(SnapshotInfo::seqAt).containsExactly(3L, 4L);
        assertThat(journal.loadSnapshot().orElseThrow().params())
                .extracting(Param::valueJson)
                .containsExactly("3");
        journal.snapshot(List.of());
        assertThat(journal.snapshots()).extracting(SnapshotInfo::id).containsExactly(3L, 4L, 5L);
        assertThat(journal.len()).isEqualTo(1);
    }

    @Test
    default void seqsGoOnAfterEverythingWasCompactedAway() {
        Journal journal = created();
        journal.appendAll(List.of(Entries.set("/a", "1"), Entries.set("/a", "2")));

        assertThat(journal.compact(Long.MAX_VALUE)).isEqualTo(2);

        assertThat(journal.isEmpty()).isTrue();
        assertThat(journal.latestSeq()).isZero();
        assertThat(journal.state())
                .extracting(JournalState::firstSeq, JournalState::highestSeqGiven)
                .containsExactly(0L, 2L);
        assertThat(journal.append(Entries.set("/a", "3"))).isEqualTo(3);
        List<Long> seqs = new ArrayList<>();
        journal.scan(Filter.ALL, SeqRange.ALL, entry -> seqs.add(entry.seq()), Cancellation.none());
        assertThat(seqs).containsExactly(3L);
    }

    private static Entry at(long micros, String address, String signalType) {
        return new Entry(0, micros, "author", address, signalType, "1", null, 33);
    }

    private static List<Long> query(
            Journal journal, String pattern, TimeRange time, OptionalInt limit, Set<String> types) {
        return journal.query(AddressPattern.of(pattern), time, limit, types).stream()
                .map(Entry::seq)
                .toList();
    }
}
