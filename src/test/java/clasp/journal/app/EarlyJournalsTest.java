package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.ForwardingReader;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalOpener;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.Patience;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The first file is opened before anybody asks for it, and by nobody else.
class EarlyJournalsTest {
    private static final Path FILE = Path.of("/nowhere/one.db");

    private final List<Path> opened = new CopyOnWriteArrayList<>();
    private final AtomicInteger closed = new AtomicInteger();

    @Test
    void itIsOpenedOnceAndGivenAwayOnce() throws Exception {
        try (var early = EarlyJournals.begin(this::open, List.of(FILE, Path.of("/nowhere/two.db")))) {
            Patience.until("the first to be opened", () -> opened.equals(List.of(FILE)));
            JournalReader journal = open(early, FILE);
            assertThat(opened).containsExactly(FILE);
            assertThat(open(early, FILE)).isNotSameAs(journal);
            open(early, Path.of("/nowhere/two.db"));
            assertThat(opened).containsExactly(FILE, FILE, Path.of("/nowhere/two.db"));
        }
        assertThat(closed).as("what was given away is its owner's").hasValue(0);
    }

    @Test
    void withoutFilesNothingIsOpened() {
        EarlyJournals.begin(this::open, List.of()).close();
        assertThat(opened).isEmpty();
    }

    @Test
    void whatNobodyAskedForIsClosed() throws Exception {
        var early = EarlyJournals.begin(this::open, List.of(FILE));
        Patience.until("the first to be opened", () -> !opened.isEmpty());
        early.close();
        Patience.until("it to be closed", () -> closed.get() == 1);
    }

    @Test
    void whoAsksForAFileThatCannotBeOpenedHearsWhy() {
        JournalOpener refusing = (file, progress, cancellation) -> {
            throw new JournalException("It is a picture.");
        };
        try (var early = EarlyJournals.begin(refusing, List.of(FILE))) {
            assertThatThrownBy(() -> open(early, FILE)).isInstanceOf(JournalException.class);
        }
    }

    @Test
    void whoAsksHearsHowFarItHasComeAndCanCancel() throws Exception {
        var asked = new CountDownLatch(1);
        JournalOpener slow = (file, progress, cancellation) -> {
            awaited(asked);
            while (!cancellation.isCancelled()) {
                progress.report(1, 2);
            }
            throw new CancelledException();
        };
        var cancellation = new Cancellation();
        try (var early = EarlyJournals.begin(slow, List.of(FILE))) {
            Thread.ofVirtual().start(asked::countDown);
            assertThatThrownBy(() -> early.open(FILE, (done, total) -> cancellation.cancel(), cancellation))
                    .isInstanceOf(CancelledException.class);
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JournalReader open(JournalOpener opener, Path file) {
        return opener.open(file, Progress.NONE, Cancellation.none());
    }

    private JournalReader open(Path file, Progress progress, Cancellation cancellation) {
        opened.add(file);
        var journal = new MemoryJournal();
        return new ForwardingReader() {
            @Override
            protected JournalReader target() {
                return journal;
            }

            @Override
            public void close() {
                closed.incrementAndGet();
                journal.close();
            }
        };
    }
}
