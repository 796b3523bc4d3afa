package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.Hmacs;
import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.recovery.RecoveredParam;
import clasp.journal.recovery.RecoveryRule;
import clasp.journal.recovery.StateHistory;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JournalFiles;
import clasp.journal.testing.JournalRows;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A seq can be any signed number of 64 bits, and the distance of two of them more than such a number counts.
@Timeout(60)
class ExtremeSeqsTest {
    private static final long[] SEQS = {Long.MIN_VALUE, -5, 0, 1, 9_000, Long.MAX_VALUE - 1, Long.MAX_VALUE};

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"value=1", "value=1 addr:/a", "author:author rev=1", "\"author\"", "/a", ""})
    void everyFilterFindsThem(String query) {
        try (JournalReader journal = open(SEQS)) {
            Filter filter = Query.parse(query).filter();
            assertThat(journal.count(filter, Progress.NONE, Cancellation.none()))
                    .isEqualTo(SEQS.length);
            assertThat(journal.rowIndex(filter, Progress.NONE, Cancellation.none())
                            .rows())
                    .isEqualTo(SEQS.length);
        }
    }

    @Test
    void aLoneLastSeqIsFound() {
        try (JournalReader journal = open(Long.MAX_VALUE)) {
            assertThat(journal.count(Query.parse("value=1").filter(), Progress.NONE, Cancellation.none()))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, 0, 2, 9_001, Long.MAX_VALUE})
    void compactionRemovesWhatItsPreviewSays(long before) {
        try (JournalReader journal = open(SEQS)) {
            var compactor = ((CompactionAccess.Available) journal.compaction()).compactor();
            long announced = compactor
                    .preview(before, Progress.NONE, Cancellation.none())
                    .removed();
            var order = new CompactionOrder(before, null, false, true);
            assertThat(compactor
                            .compact(order, Progress.NONE, Cancellation.none())
                            .removed())
                    .isEqualTo(announced);
        }
        assertThat(JournalRows.entries(folder.resolve("a.db")))
                .extracting(Entry::seq)
                .containsExactlyElementsOf(
                        LongStream.of(SEQS).filter(seq -> seq >= before).boxed().toList());
    }

    @Test
    void noneIsLeftOutOfAVerification() {
        open(SEQS).close();
        var result = new HmacVerification(Hmacs.withKey("ab".repeat(32)))
                .verify(folder.resolve("a.db"), seq -> {}, Progress.NONE, Cancellation.none());
        assertThat(result.without()).isEqualTo(SEQS.length);
    }

    /// The least seq is also how a state marks what it has from a snapshot.
    @ParameterizedTest
    @EnumSource
    void theStateOfEachIsRecovered(RecoveryRule rule) {
        Path file = JournalFiles.write(
                folder.resolve("a.db"),
                LongStream.of(SEQS)
                        .mapToObj(seq -> Entries.set("/" + seq, "1").withSeq(seq))
                        .toList());
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            assertThat(new StateHistory(journal, rule)
                            .at(Long.MAX_VALUE, Progress.NONE, Cancellation.none())
                            .params())
                    .extracting(RecoveredParam::address)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.of(SEQS).mapToObj(seq -> "/" + seq).toList());
        }
    }

    private JournalReader open(long... seqs) {
        Path file = JournalFiles.write(
                folder.resolve("a.db"),
                LongStream.of(seqs)
                        .mapToObj(seq -> Entries.set("/a", "1").withSeq(seq))
                        .toList());
        return new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
    }
}
