package clasp.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.query.AddressPattern;
import clasp.journal.query.Filter;
import clasp.journal.query.TextSearch;
import clasp.journal.testing.Entries;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Pages lie next to a seq, whether that seq is there or not.
public interface PageContract extends Holding {
    Filter B = new Filter.Address(AddressPattern.of("/b"));

    /// Seqs 1, 5, 9 … 397; every third is `/b`: 9, 21, 33 …
    private JournalReader sparse() {
        return holding(LongStream.range(0, 100)
                .mapToObj(i ->
                        Entries.set(i % 3 == 2 ? "/b" : "/a", Long.toString(i)).withSeq(4 * i + 1))
                .toList());
    }

    @Test
    default void aPageForwardBeginsAtTheSeqOrTheNext() {
        JournalReader journal = sparse();

        assertThat(seqs(journal, PageRequest.forward(Filter.ALL, 5, 3))).containsExactly(5L, 9L, 13L);
        assertThat(seqs(journal, PageRequest.forward(Filter.ALL, 6, 3))).containsExactly(9L, 13L, 17L);
        assertThat(seqs(journal, PageRequest.forward(B, 10, 2))).containsExactly(21L, 33L);
        assertThat(seqs(journal, PageRequest.forward(Filter.ALL, -7, 1))).containsExactly(1L);
        assertThat(seqs(journal, PageRequest.forward(Filter.ALL, Long.MIN_VALUE, 1)))
                .containsExactly(1L);
        assertThat(seqs(journal, PageRequest.forward(Filter.ALL, 394, 9))).containsExactly(397L);
        assertThat(seqs(journal, PageRequest.forward(Filter.ALL, 398, 9))).isEmpty();
        assertThat(seqs(journal, PageRequest.forward(Filter.ALL, Long.MAX_VALUE, 9)))
                .isEmpty();
    }

    @Test
    default void aPageBackwardEndsAtTheSeqOrTheOneBefore() {
        JournalReader journal = sparse();

        assertThat(seqs(journal, PageRequest.backward(Filter.ALL, 9, 2))).containsExactly(5L, 9L);
        assertThat(seqs(journal, PageRequest.backward(Filter.ALL, 8, 2))).containsExactly(1L, 5L);
        assertThat(seqs(journal, PageRequest.backward(B, 40, 2))).containsExactly(21L, 33L);
        assertThat(seqs(journal, PageRequest.backward(B, Long.MAX_VALUE, 1))).containsExactly(393L);
        assertThat(seqs(journal, PageRequest.backward(Filter.ALL, Long.MAX_VALUE, 2)))
                .containsExactly(393L, 397L);
        assertThat(seqs(journal, PageRequest.backward(Filter.ALL, 1, 9))).containsExactly(1L);
        assertThat(seqs(journal, PageRequest.backward(Filter.ALL, 0, 9))).isEmpty();
        assertThat(seqs(journal, PageRequest.backward(Filter.ALL, Long.MIN_VALUE, 9)))
                .isEmpty();
    }

    @Test
    default void aPageOfNothingIsEmpty() {
        assertThat(seqs(sparse(), PageRequest.forward(Filter.NONE, 1, 10))).isEmpty();
        assertThat(seqs(holding(List.of()), PageRequest.backward(Filter.ALL, 5, 10)))
                .isEmpty();
    }

    @Test
    default void longValuesAreCutAndSaySo() {
        String value = "\"" + "x".repeat(3_000) + "\"";
        JournalReader journal = holding(List.of(
                Entries.set("/a", value).withSeq(1),
                Entries.set("/b", value.substring(0, 2_000)).withSeq(2)));

        List<Row> rows = journal.page(PageRequest.forward(Filter.ALL, 1, 10), Cancellation.none());

        assertThat(rows).extracting(Row::valueCut).containsExactly(true, false);
        assertThat(rows).extracting(row -> row.entry().valueJson()).containsOnly(value.substring(0, 2_000));
        assertThat(journal.entry(1)).map(Entry::valueJson).contains(value);
    }

    @Test
    default void aCutValueIsMatchedByAllOfIt() {
        Entry entry = Entries.set("/a", "\"" + "x".repeat(3_000) + "needle\"").withSeq(1);
        Filter needle = new Filter.Text(new TextSearch("NEEDLE"));

        assertThat(holding(List.of(entry)).page(PageRequest.forward(needle, 1, 10), Cancellation.none()))
                .hasSize(1)
                .allMatch(Row::valueCut);
    }

    private static List<Long> seqs(JournalReader journal, PageRequest request) {
        return journal.page(request, Cancellation.none()).stream()
                .map(row -> row.entry().seq())
                .toList();
    }
}
