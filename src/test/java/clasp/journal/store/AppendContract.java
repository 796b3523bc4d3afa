package clasp.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Value;
import clasp.journal.query.Filter;
import clasp.journal.testing.Entries;
import clasp.journal.testing.RandomJournals;
import clasp.journal.testing.TestLines;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What is appended gets the next seq and comes back as it was.
public interface AppendContract extends Writing {
    @Test
    default void anEmptyJournalIsEmpty() {
        Journal journal = created();

        assertThat(journal.isEmpty()).isTrue();
        assertThat(journal.len()).isZero();
        assertThat(journal.latestSeq()).isZero();
        assertThat(journal.since(0, OptionalInt.empty())).isEmpty();
        assertThat(journal.loadSnapshot()).isEmpty();
    }

    @Test
    default void whoeverBelievesToBeAloneAppendsNothingWhenItIsNot() {
        Journal journal = created();

        assertThat(journal.appendAllAfter(0, List.of(Entries.set("/a", "1"), Entries.set("/a", "2"))))
                .containsExactly(1L, 2L);
        journal.append(Entries.set("/b", "1"));

        assertThatThrownBy(() -> journal.appendAllAfter(2, List.of(Entries.set("/a", "3"))))
                .isInstanceOf(OvertakenException.class)
                .hasMessageContaining("the last seq is 3 and not 2");
        assertThat(journal.appendAllAfter(3, List.of(Entries.set("/a", "3")))).containsExactly(4L);
        journal.compact(5);
        assertThat(journal.appendAllAfter(4, List.of(Entries.set("/a", "4")))).containsExactly(5L);
    }

    @Test
    default void seqsCountFromOneWhateverTheEntrySays() {
        Journal journal = created();

        assertThat(journal.append(Entries.set("/a", "1").withSeq(77))).isEqualTo(1);
        assertThat(journal.appendAll(List.of(Entries.set("/b", "2").withSeq(-3), Entries.set("/c", "3"))))
                .containsExactly(2L, 3L);
        assertThat(journal.appendAll(List.of())).isEmpty();
        assertThat(journal.append(Entries.set("/d", "4"))).isEqualTo(4);
        assertThat(journal.latestSeq()).isEqualTo(4);
        assertThat(journal.len()).isEqualTo(4);
        assertThat(journal.isEmpty()).isFalse();
        assertThat(journal.entry(2)).contains(Entries.set("/b", "2").withSeq(2));
        assertThat(journal.state().highestSeqGiven()).isEqualTo(4);
    }

    @Test
    default void everyFieldComesBackAsItWas() {
        Journal journal = created();
        List<Entry> entries = new ArrayList<>(new RandomJournals(42).entries(500));
        TestLines.of(Value.class, "clasp-values.txt").forEach(line -> entries.add(Entries.set("/v", text(line))));
        TestLines.of(Value.class, "foreign-values.tsv")
                .forEach(line -> entries.add(Entries.set("/v", text(line.split("\t")[0]))));
        entries.add(Entries.set("/deep", "{\"k\":".repeat(1_000) + "1" + "}".repeat(1_000)));
        entries.add(Entries.set("/long", "\"" + "é🎛x".repeat(500_000) + "\""));
        entries.add(new Entry(0, 1, "nul\0nul", "/nul\0/x", "\0", "\0", Long.MAX_VALUE, Long.MIN_VALUE));

        List<Long> seqs = journal.appendAll(entries);

        assertThat(seqs)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, entries.size()).boxed().toList());
        List<Entry> expected = IntStream.range(0, entries.size())
                .mapToObj(i -> entries.get(i).withSeq(i + 1L))
                .toList();
        List<Entry> found = journal.since(0, OptionalInt.empty());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found.get(i).equals(expected.get(i)))
                    .as(() -> "the same entry")
                    .isTrue();
            assertThat(journal.entry(i + 1L))
                    .hasValueSatisfying(entry -> assertThat(entry.valueJson()
                                    .equals(entries.get((int) entry.seq() - 1).valueJson()))
                            .isTrue());
        }
        assertThat(found).hasSameSizeAs(expected);
    }

    private static String text(String json) {
        return ((Value.Text) Value.parse(json)).value();
    }

    @Test
    default void sinceIsExclusiveAndLimited() {
        Journal journal = created();
        IntStream.range(0, 10).forEach(i -> journal.append(Entries.set("/a", "1")));

        assertThat(journal.since(7, OptionalInt.empty())).extracting(Entry::seq).containsExactly(8L, 9L, 10L);
        assertThat(journal.since(7, OptionalInt.of(2))).extracting(Entry::seq).containsExactly(8L, 9L);
        assertThat(journal.since(7, OptionalInt.of(0))).isEmpty();
        assertThat(journal.since(10, OptionalInt.of(5))).isEmpty();
        assertThat(journal.since(Long.MAX_VALUE, OptionalInt.empty())).isEmpty();
        assertThat(journal.since(-5, OptionalInt.of(1))).extracting(Entry::seq).containsExactly(1L);
    }

    @Test
    default void everyChangeChangesTheVersion() {
        Journal journal = created();
        long empty = journal.state().version();
        journal.append(Entries.set("/a", "1"));
        long appended = journal.state().version();
        journal.snapshot(List.of());
        long withSnapshot = journal.state().version();
        journal.compact(2);

        assertThat(List.of(empty, appended, withSnapshot, journal.state().version()))
                .doesNotHaveDuplicates();
        assertThat(journal.state().version()).isEqualTo(journal.state().version());
    }

    @Test
    default void manyThreadsGetSeqsOfTheirOwnInTheOrderOfTheirAppends()
            throws ExecutionException, InterruptedException {
        Journal journal = created();
        List<List<Long>> seqsOfThreads = inThreads(8, thread -> {
            List<Long> seqs = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                seqs.add(journal.append(Entries.set("/thread/" + thread, Integer.toString(i))));
            }
            return seqs;
        });

        assertThat(seqsOfThreads).allSatisfy(seqs -> assertThat(seqs).isSorted());
        assertThat(seqsOfThreads.stream().flatMap(List::stream).sorted())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 1_600).boxed().toList());
        for (int thread = 0; thread < 8; thread++) {
            for (int i = 0; i < 200; i++) {
                assertThat(journal.entry(seqsOfThreads.get(thread).get(i)))
                        .contains(Entries.set("/thread/" + thread, Integer.toString(i))
                                .withSeq(seqsOfThreads.get(thread).get(i)));
            }
        }
    }

    @Test
    default void entriesAppendedTogetherStayTogether() throws ExecutionException, InterruptedException {
        Journal journal = created();
        List<Entry> ten = IntStream.range(0, 10)
                .mapToObj(i -> Entries.set("/a", Integer.toString(i)))
                .toList();

        List<List<Long>> batches = inThreads(6, thread -> {
            List<Long> firsts = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                List<Long> seqs = journal.appendAll(ten);
                assertThat(seqs.getLast() - seqs.getFirst()).isEqualTo(9);
                firsts.add(seqs.getFirst());
            }
            return firsts;
        });

        for (long first : batches.stream().flatMap(List::stream).toList()) {
            List<String> values = new ArrayList<>();
            journal.scan(
                    Filter.ALL,
                    new SeqRange(first, first + 9),
                    entry -> values.add(entry.valueJson()),
                    Cancellation.none());
            assertThat(values).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        }
    }

    @Test
    default void whoeverReadsWhileOthersAppendSeesNoGaps() throws ExecutionException, InterruptedException {
        Journal journal = created();

        inThreads(4, thread -> {
            for (int i = 0; i < 150; i++) {
                if (thread < 2) {
                    journal.append(Entries.set("/a", "1"));
                } else {
                    List<Entry> seen = journal.since(0, OptionalInt.empty());
                    assertThat(seen.isEmpty() ? 0 : seen.getLast().seq()).isEqualTo(seen.size());
                }
            }
            return List.of();
        });

        assertThat(journal.len()).isEqualTo(300);
    }

    /// What a thread does, with its number from 0.
    @FunctionalInterface
    interface Part {
        List<Long> run(int thread);
    }

    private static List<List<Long>> inThreads(int threads, Part part) throws ExecutionException, InterruptedException {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<List<Long>>> running = IntStream.range(0, threads)
                    .mapToObj(thread -> executor.submit(() -> part.run(thread)))
                    .toList();
            List<List<Long>> results = new ArrayList<>();
            for (Future<List<Long>> one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
