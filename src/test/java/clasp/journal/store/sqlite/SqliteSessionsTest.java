package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.ForwardingReader;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.Recording;
import clasp.journal.store.RecordingStatus;
import clasp.journal.store.Selection;
import clasp.journal.store.Unstored;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.Entries;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSessionsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(7));

    private final MemoryJournal journal = new MemoryJournal("m", 100, 9, CLOCK);

    @TempDir
    private Path folder;

    private JournalReader written() {
        return written(journal);
    }

    private JournalReader written(JournalReader journal) {
        Path file = folder.resolve("session.db");
        new SqliteSessions(CLOCK).write(Selection.of(journal, Filter.ALL), file, Progress.NONE, Cancellation.none());
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

    /// A recording of which this much waits for room; what is stored when it is asked has come after that.
    private final class Waiting extends ForwardingReader implements Recording {
        private final Unstored unstored;

        Waiting(Unstored unstored) {
            this.unstored = unstored;
        }

        @Override
        public Unstored unstored() {
            return unstored;
        }

        @Override
        public RecordingStatus recording() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void stopListening() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void stopRecording() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void useToken(String token) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean inMemoryOnly() {
            return false;
        }

        @Override
        protected JournalReader target() {
            return journal;
        }
    }

    @Test
    void whatARecordingHasNotStoredYetIsWrittenToo() {
        List<Param> state = List.of(new Param("/a", "3", 3, "w", 6));
        Entry stored = Entries.set("/a", "2").withSeq(2);
        List<Entry> waiting = List.of(
                Entries.set("/a", "3").withSeq(4), Entries.set("/a", "4").withSeq(7));
        journal.take(List.of(stored));
        var unstored = new Unstored(waiting, List.of(new Unstored.State(state, 4)));

        try (JournalReader read = written(new Waiting(unstored))) {
            assertThat(read.entries(List.of(2L, 4L, 7L), Cancellation.none()))
                    .containsExactly(stored, waiting.get(0), waiting.get(1));
            assertThat(read.snapshots())
                    .extracting(SnapshotInfo::seqAt, SnapshotInfo::createdAtMicros)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(4L, 7_000_000L));
            assertThat(read.snapshot(1, Cancellation.none()).map(Snapshot::params))
                    .contains(state);
        }
    }

    @Test
    void whatIsStoredWhileItIsWrittenIsWrittenOnce() {
        List<Entry> waiting = List.of(
                Entries.set("/a", "3").withSeq(4), Entries.set("/a", "4").withSeq(7));
        journal.take(List.of(Entries.set("/a", "2").withSeq(2)));
        journal.take(waiting);

        try (JournalReader read = written(new Waiting(new Unstored(waiting, List.of())))) {
            assertThat(read.count(Filter.ALL, Progress.NONE, Cancellation.none()))
                    .isEqualTo(3);
            assertThat(read.state().latestSeq()).isEqualTo(7);
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
