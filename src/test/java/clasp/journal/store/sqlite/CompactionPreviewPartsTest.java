package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.TimeRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionPreview;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.testing.JournalFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A preview is worked out part by part, so that it can say how far it is; it comes to what one look would.
class CompactionPreviewPartsTest {
    private static final long APART = 10_000;

    @TempDir
    private Path folder;

    private final List<Double> told = new ArrayList<>();

    /// An entry each ten thousand seqs: far apart for its parts, few for a test.
    private static Entry entry(int number, long micros, String address) {
        return new Entry(number * APART, micros, "a", address, "param", "1", 1L, MsgType.SET);
    }

    private CompactionPreview preview(List<Entry> entries, long beforeSeq) {
        Path file = JournalFiles.write(folder.resolve("parts.db"), entries);
        Progress progress = (done, total) -> told.add((double) done / total);
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            var access = (CompactionAccess.Available) journal.compaction();
            return access.compactor().preview(beforeSeq, progress, Cancellation.none());
        }
    }

    @Test
    void howFarItIsGrowsFromPartToPartUntilAllIsDone() {
        List<Entry> entries = IntStream.rangeClosed(1, 30)
                .mapToObj(number -> entry(number, number, "/a"))
                .toList();

        CompactionPreview preview = preview(entries, 21 * APART);

        assertThat(preview.removed()).isEqualTo(20);
        assertThat(preview.kept()).isEqualTo(10);
        assertThat(told).isSorted().hasSizeGreaterThan(20).endsWith(1.0);
        assertThat(told.getFirst()).isLessThan(0.1);
    }

    @Test
    void anAddressIsUncoveredWhereNoPartThatStaysSetsIt() {
        List<Entry> entries = List.of(
                entry(1, 1, "/gone"),
                entry(5, 2, "/set again"),
                entry(9, 3, "/gone"),
                entry(10, 4, "/gone too"),
                entry(20, 5, "/set again"),
                entry(25, 6, "/new"));

        assertThat(preview(entries, 11 * APART).uncovered()).containsExactly("/gone", "/gone too");
    }

    @Test
    void timesBeyondTheSignedOnesAreTheLatestWhereverTheyStand() {
        List<Entry> entries =
                List.of(entry(1, -5, "/a"), entry(5, 700, "/a"), entry(9, -9, "/a"), entry(13, 400, "/a"));

        assertThat(preview(entries, 20 * APART).lost()).isEqualTo(new TimeRange(400, -5));
    }

    @Test
    void whereNothingGoesWhatStaysIsCounted() {
        List<Entry> entries = List.of(entry(1, 1, "/a"), entry(30, 2, "/a"));

        CompactionPreview preview = preview(entries, Long.MIN_VALUE);

        assertThat(preview.removed()).isZero();
        assertThat(preview.kept()).isEqualTo(2);
        assertThat(preview.lostTime()).isEmpty();
    }
}
