package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.JournalAccess;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/// A large journal takes long to copy: what others may do meanwhile, and what whoever waits is told.
class LogCopyingTest extends CrashedLog {
    @Test
    void theCopyTellsHowFarItIsAndCanBeCancelledWithoutATrace() throws Exception {
        lose(Loss.HEADER);
        Map<String, byte[]> before = files();
        long total = before.values().stream().mapToLong(bytes -> bytes.length).sum();
        Cancellation cancellation = new Cancellation();
        List<Long> told = new ArrayList<>();
        assertThatThrownBy(() -> new SqliteJournals()
                        .openForWriting(
                                file,
                                null,
                                (done, of) -> {
                                    assertThat(of).isEqualTo(total);
                                    told.add(done);
                                    if (done > 0) {
                                        cancellation.cancel();
                                    }
                                },
                                cancellation))
                .isInstanceOf(CancelledException.class);
        assertThat(told).startsWith(0L).hasSize(2);
        assertThat(files()).containsExactlyEntriesOf(before);

        told.clear();
        new SqliteJournals()
                .openForWriting(file, null, (done, of) -> told.add(done), Cancellation.none())
                .close();
        assertThat(told).startsWith(0L).endsWith(total).isSorted();
    }

    @Test
    void whereNothingIsCopiedNothingIsToldOfIt() throws Exception {
        leave(log, true);
        List<Long> told = new ArrayList<>();
        new SqliteJournals()
                .openForWriting(file, null, (done, of) -> told.add(done), Cancellation.none())
                .close();
        assertThat(told).isEmpty();
    }

    /// A large journal takes long to copy: its table is there to be read meanwhile, and it can be opened once more.
    @Test
    void whileItIsCopiedTheJournalIsReadAndOpened() throws Exception {
        lose(Loss.HEADER);
        List<Long> read = new ArrayList<>();
        try (JournalReader journal = open(file);
                ExecutorService another = Executors.newSingleThreadExecutor()) {
            Progress reading = (done, of) -> {
                try {
                    read.add(another.submit(() -> journal.state().latestSeq()).get(1, TimeUnit.MINUTES));
                    read.add(another.submit(() -> latestSeq(file)).get(1, TimeUnit.MINUTES));
                } catch (InterruptedException | ExecutionException | TimeoutException e) {
                    throw new IllegalStateException(e);
                }
            };
            new SqliteJournals()
                    .openForWriting(file, null, reading, Cancellation.none())
                    .close();
        }
        assertThat(read).hasSizeGreaterThan(2).containsOnly((long) IN_DATABASE);
    }

    @Test
    void whileItIsCopiedNobodyElseBeginsToCopyIt() throws Exception {
        lose(Loss.HEADER);
        List<String> told = new ArrayList<>();
        try (ExecutorService another = Executors.newSingleThreadExecutor()) {
            Progress opening = (done, of) -> {
                try {
                    another.submit(() -> new SqliteJournals().openForWriting(file, null))
                            .get(1, TimeUnit.MINUTES);
                } catch (ExecutionException e) {
                    told.add(String.valueOf(e.getCause().getMessage()));
                } catch (InterruptedException | TimeoutException e) {
                    throw new IllegalStateException(e);
                }
            };
            new SqliteJournals()
                    .openForWriting(file, null, opening, Cancellation.none())
                    .close();
        }
        assertThat(told).isNotEmpty().allMatch(sentence -> sentence.contains("is being copied already"));
        assertThat(file.resolveSibling("left-damaged-log.db-wal")).hasBinaryContent(flipped(17));
        assertThat(files()).doesNotContainKey("left-damaged-log-2.db");
    }

    @Test
    void aJournalThatChangesWhileItIsCopiedIsNotOpenedForWritingAndNoCopyIsLeft() throws Exception {
        lose(Loss.HEADER);
        assertThatThrownBy(() -> new SqliteJournals()
                        .openForWriting(
                                file,
                                null,
                                (done, of) -> {
                                    if (done == of) {
                                        appendByte(file.resolveSibling("left.db-wal"));
                                    }
                                },
                                Cancellation.none()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("changed while it was copied");
        assertThat(files()).containsOnlyKeys("left.db", "left.db-wal");
    }

    /// It is POSIX that drops all locks of a process on a file when it closes it.
    @Test
    void theCopyingDropsNoLockOfAReaderThatReadsBesideAWriterMeanwhile() throws Exception {
        lose(Loss.HEADER_KEPT_INDEX);
        try (ChildProcess writer = ChildProcess.start("append", file);
                Opened opened = new Opened()) {
            Progress beginning = (done, of) -> {
                if (done == of) {
                    opened.beside(writer);
                }
            };
            assertThatThrownBy(() -> new SqliteJournals().openForWriting(file, null, beginning, Cancellation.none()))
                    .hasMessageContaining("changed while it was copied");
            writer.kill();
            try (ChildProcess asked = ChildProcess.start("locks", file)) {
                assertThat(asked.answer()).isEqualTo("in use");
            }
        }
    }

    private final class Opened implements AutoCloseable {
        private final List<JournalReader> journals = new ArrayList<>();

        void beside(ChildProcess writer) {
            try {
                writer.step();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            JournalReader journal = open(file);
            journals.add(journal);
            assertThat(journal.info().access()).isEqualTo(JournalAccess.Plain.READ_ONLY_LIVE);
        }

        @Override
        public void close() {
            journals.forEach(JournalReader::close);
        }
    }

    private static void appendByte(Path to) {
        try {
            Files.write(to, new byte[1], StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long latestSeq(Path file) {
        try (JournalReader journal = open(file)) {
            return journal.state().latestSeq();
        }
    }
}
