package clasp.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.Entries;
import clasp.journal.testing.RandomJournals;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every backend that can take over another journal's entries.
class JournalCopyTest {
    private final List<JournalCopy> opened = new ArrayList<>();

    @TempDir
    Path folder;

    private JournalCopy copy(String backend) {
        JournalCopy copy = backend.equals("memory")
                ? new MemoryJournal("copy", 1_000_000, 1, InstantSource.system())
                : new SqliteJournals().create(folder.resolve("copy.db"), null);
        opened.add(copy);
        return copy;
    }

    @AfterEach
    void close() {
        opened.forEach(JournalCopy::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "sqlite"})
    void entriesKeepTheirSeqsAndEverythingElse(String backend) {
        JournalCopy copy = copy(backend);
        List<Entry> entries = new RandomJournals(5).entries(500);

        copy.take(entries.subList(0, 200));
        copy.take(List.of());
        copy.take(entries.subList(200, 500));

        List<Entry> found = new ArrayList<>();
        copy.scan(Filter.ALL, SeqRange.ALL, found::add, Cancellation.none());
        assertThat(found).isEqualTo(entries);
        assertThat(copy.state().highestSeqGiven()).isEqualTo(entries.getLast().seq());
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "sqlite"})
    void allAreTakenOrNone(String backend) {
        JournalCopy copy = copy(backend);
        copy.take(
                Stream.of(3, 7).map(seq -> Entries.set("/a", "1").withSeq(seq)).toList());

        assertThatThrownBy(() -> copy.take(Stream.of(8, 7)
                        .map(seq -> Entries.set("/b", "2").withSeq(seq))
                        .toList()))
                .isInstanceOf(RuntimeException.class);

        assertThat(copy.state().latestSeq()).isEqualTo(7);
        assertThat(copy.count(Filter.ALL, Progress.NONE, Cancellation.none())).isEqualTo(2);
    }
}
