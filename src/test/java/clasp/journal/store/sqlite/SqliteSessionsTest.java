package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Param;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.Selection;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.Entries;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSessionsTest {
    private final MemoryJournal journal = new MemoryJournal("m", 100, 9, InstantSource.fixed(Instant.ofEpochSecond(7)));

    @TempDir
    private Path folder;

    private JournalReader written() {
        Path file = folder.resolve("session.db");
        new SqliteSessions().write(Selection.of(journal, Filter.ALL), file, Progress.NONE, Cancellation.none());
        return new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
    }

    @Test
    void entriesKeepTheirSeqsAndSnapshotsTheirPlaces() {
        List<Param> first = List.of(new Param("/a", "1", 1, "w", 5));
        List<Param> second = List.of(new Param("/a", "3", 3, "w", 6));
        journal.snapshot(first);
        journal.take(List.of(
                Entries.set("/a", "2").withSeq(1), Entries.set("/a", "3").withSeq(4)));
        journal.snapshot(second);
        journal.take(List.of(Entries.set("/a", "4").withSeq(5)));

        try (JournalReader read = written()) {
            assertThat(read.entry(4)).isEqualTo(journal.entry(4));
            assertThat(read.count(Filter.ALL, Progress.NONE, Cancellation.none()))
                    .isEqualTo(3);
            assertThat(read.snapshots())
                    .extracting(SnapshotInfo::seqAt, SnapshotInfo::createdAtMicros)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(0L, 7_000_000L),
                            org.assertj.core.groups.Tuple.tuple(4L, 7_000_000L));
            assertThat(read.snapshot(2, Cancellation.none()).map(Snapshot::params))
                    .contains(second);
            assertThat(read.info().access()).hasToString("read-only");
        }
    }

    @Test
    void aSessionWithoutAnythingIsAJournalAllTheSame() {
        try (JournalReader read = written()) {
            assertThat(read.state().isEmpty()).isTrue();
            assertThat(read.snapshots()).isEmpty();
        }
    }
}
