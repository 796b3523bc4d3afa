package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JournalFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A damaged page hides its own entries and no others.
class DamagedPartTest {
    private static final int ENTRIES = 10_000;
    private static final int PAGE = 4_096;
    private static final byte TABLE_LEAF = 13;

    @TempDir
    Path folder;

    private final List<Long> seqs = new ArrayList<>();

    @Test
    void readingGoesOnBehindIt() throws IOException {
        Path file = damagedAt(300, 7_000);
        assertThatThrownBy(() -> scan(file, Filter.ALL, Long.MAX_VALUE))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("damaged")
                .hasMessageContaining(" after seq ")
                .hasMessageContaining(" before seq ");
        assertThat(seqs)
                .isSorted()
                .doesNotHaveDuplicates()
                .contains(1L, 6_000L, (long) ENTRIES)
                .doesNotContain(300L, 7_000L)
                .hasSizeGreaterThan(ENTRIES - 300);
    }

    @Test
    void whatAFilterLeavesOutIsNoHindrance() throws IOException {
        Path file = damagedAt(5_000);
        Filter filter = Query.parse("value=9999 or value=2").filter();
        assertThatThrownBy(() -> scan(file, filter, Long.MAX_VALUE)).isInstanceOf(JournalException.class);
        assertThat(seqs).containsExactly(2L, 9_999L);
    }

    @Test
    void whoeverHasEnoughIsToldOfWhatWasPassedOver() throws IOException {
        Path file = damagedAt(5_000);
        scan(file, Filter.ALL, 1_000);
        assertThat(seqs).hasSize(1_000);
        assertThatThrownBy(() -> scan(file, Filter.ALL, 8_000)).isInstanceOf(JournalException.class);
        assertThat(seqs).hasSize(9_000);
    }

    @Test
    void theFirstAndTheLastEntriesCanBeMissing() throws IOException {
        Path file = damagedAt(1, ENTRIES);
        scan(file, Filter.ALL, Long.MAX_VALUE);
        assertThat(seqs).contains(5_000L).doesNotContain(1L, (long) ENTRIES).hasSizeGreaterThan(ENTRIES - 400);
    }

    @Test
    void aDamagedEndDoesNotSpoilWhatIsReadBeforeItAgainAndAgain() throws IOException {
        Path file = damagedAt(ENTRIES);
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            for (int time = 1; time <= 3; time++) {
                List<Long> found = new ArrayList<>();
                journal.scan(
                        Filter.ALL,
                        SeqRange.ALL,
                        entry -> {
                            found.add(entry.seq());
                            return found.size() < 5_000;
                        },
                        Cancellation.none());
                assertThat(found).hasSize(5_000);
            }
        }
    }

    private void scan(Path file, Filter filter, long enough) {
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            long full = seqs.size() + enough;
            journal.scan(
                    filter,
                    SeqRange.ALL,
                    entry -> {
                        seqs.add(entry.seq());
                        return seqs.size() < full;
                    },
                    Cancellation.none());
        }
    }

    /// A journal in which the pages are damaged that hold these entries. Each entry's value is its seq.
    private Path damagedAt(int... damaged) throws IOException {
        Path file = JournalFiles.write(
                folder.resolve("a.db"),
                LongStream.rangeClosed(1, ENTRIES)
                        .mapToObj(seq -> Entries.set("/a", Long.toString(seq)).withSeq(seq))
                        .toList());
        byte[] content = Files.readAllBytes(file);
        for (int seq : damaged) {
            byte[] wanted = ("author/aparam" + seq).getBytes(StandardCharsets.UTF_8);
            // Behind the value stands the message type, an exclamation mark as a character.
            byte[] entry = Arrays.copyOf(wanted, wanted.length + 1);
            entry[wanted.length] = 33;
            int at = indexOf(content, entry);
            int page = at - at % PAGE;
            assertThat(content[page]).isEqualTo(TABLE_LEAF);
            Arrays.fill(content, page, page + 8, (byte) 0xFF);
        }
        return Files.write(file, content);
    }

    private static int indexOf(byte[] content, byte[] wanted) {
        for (int at = 0; at + wanted.length <= content.length; at++) {
            if (Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new AssertionError("not found");
    }
}
