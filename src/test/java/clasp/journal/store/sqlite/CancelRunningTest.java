package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.query.TextSearch;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JournalFiles;
import clasp.journal.testing.Patience;
import clasp.journal.ui.fx.BackgroundThreads;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Work under way on a real file, of a kind that takes minutes, ends when it is cancelled: the statement stops, and not
/// only whoever waits for it.
class CancelRunningTest {
    private static final int ENTRIES = 100_000;

    private static final String VALUE = "\"" + "some text to be searched ".repeat(40) + "\"";

    /// Every entry is searched for each of these texts.
    private static final Filter SLOW = new Filter.Or(IntStream.range(0, 1_500)
            .<Filter>mapToObj(i -> new Filter.Text(new TextSearch("nowhere" + i)))
            .toList());

    private static final int PATIENCE_SECONDS = 20;

    /// What a window asks of a journal.
    enum Work {
        PAGE((journal, cancellation) -> journal.page(PageRequest.forward(SLOW, 1, 10), cancellation)),
        PAGE_BACK((journal, cancellation) -> journal.page(PageRequest.backward(SLOW, ENTRIES, 10), cancellation)),
        COUNT((journal, cancellation) -> journal.count(SLOW, Progress.NONE, cancellation)),
        ROW_INDEX((journal, cancellation) -> journal.rowIndex(SLOW, Progress.NONE, cancellation)),
        HISTOGRAM((journal, cancellation) -> journal.histogram(SLOW, TimeRange.ALL, 100, Progress.NONE, cancellation)),
        SCAN((journal, cancellation) -> journal.scan(SLOW, SeqRange.ALL, entry -> true, cancellation));

        private final Call call;

        Work(Call call) {
            this.call = call;
        }
    }

    /// Something that ends with the cancellation.
    @FunctionalInterface
    interface Call {
        void on(JournalReader journal, Cancellation cancellation);
    }

    @TempDir
    static Path folder;

    private static JournalReader journal;

    @BeforeAll
    static void open() {
        List<Entry> entries = LongStream.rangeClosed(1, ENTRIES)
                .mapToObj(seq -> Entries.set("/a/" + seq, VALUE).withSeq(seq))
                .toList();
        journal = new SqliteJournals()
                .open(JournalFiles.write(folder.resolve("large.db"), entries), Progress.NONE, Cancellation.none());
    }

    @AfterAll
    static void close() {
        journal.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatRunsStopsWhenItIsCancelled(Work work) throws Exception {
        assertThat(stops(work.call)).isTrue();
        assertThat(journal.count(Filter.ALL, Progress.NONE, Cancellation.none()))
                .as("the connections are free for others")
                .isEqualTo(ENTRIES);
    }

    /// Without an index, the addresses of all entries are read and sorted. Whether that stops is told from a whole list
    /// of a tenth of the entries that begins with the cancellation: it takes longer.
    @Test
    void theListOfAddressesStops() throws Exception {
        Path larger = withoutIndex("without-index.db", 2_000_000);
        Path smaller = withoutIndex("smaller.db", 200_000);
        try (JournalReader stopped = new SqliteJournals().open(larger, Progress.NONE, Cancellation.none());
                JournalReader whole = new SqliteJournals().open(smaller, Progress.NONE, Cancellation.none())) {
            // So that the statement is under way soon when it is to be cancelled.
            assertThat(stopped.addresses(Progress.NONE, Cancellation.none())).hasSize(1_000);
            assertThat(whole.addresses(Progress.NONE, Cancellation.none())).hasSize(1_000);
            boolean first = false;
            for (int i = 0; i < 5 && !first; i++) {
                first = stopsBefore(
                        cancellation -> stopped.addresses(Progress.NONE, cancellation),
                        () -> whole.addresses(Progress.NONE, Cancellation.none()));
            }
            assertThat(first).isTrue();
        }
    }

    private static Path withoutIndex(String name, int entries) throws SQLException {
        Path file = JournalFiles.write(folder.resolve(name), List.of());
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (String index : indexes(statement)) {
                statement.execute("DROP INDEX " + index);
            }
            statement.execute("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT " + entries + ")"
                    + " INSERT INTO journal_entries (timestamp, author, address, signal_type, value_json, msg_type)"
                    + " SELECT x, 'desk', '/a/' || (x % 1000), 'param', '1', 33 FROM c");
        }
        return file;
    }

    /// Whether the call ends with its cancellation before other work that is begun at the same moment.
    private static boolean stopsBefore(Consumer<Cancellation> call, Runnable other) throws Exception {
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Void> running = CompletableFuture.runAsync(() -> call.accept(cancellation));
        Thread.sleep(100);
        assertThat(running).as("it takes long").isNotDone();
        cancellation.cancel();
        CompletableFuture<Boolean> before = CompletableFuture.supplyAsync(() -> {
            other.run();
            return running.isDone();
        });
        return endsCancelled(running) && before.join();
    }

    /// As a window does with the count of a query that has been replaced by another one.
    @Test
    void theCountOfAnOlderQueryStopsWhenANewerOneTakesItsPlace() throws Exception {
        try (BackgroundThreads background = new BackgroundThreads()) {
            Tasks tasks = new Tasks(background.executor(), Runnable::run, (what, error) -> {
                throw new AssertionError(what, error);
            });
            TaskSlot slot = new TaskSlot();
            CompletableFuture<Boolean> begun = new CompletableFuture<>();
            CompletableFuture<Long> answer = new CompletableFuture<>();
            tasks.task("older", (progress, cancellation) -> {
                        begun.complete(true);
                        return journal.count(SLOW, progress, cancellation);
                    })
                    .replacing(slot)
                    .onSuccess(answer::complete)
                    .start();
            begun.join();
            Thread.sleep(100);
            assertThat(answer).as("it takes long").isNotDone();
            tasks.task("newer", (progress, cancellation) -> journal.count(Filter.ALL, progress, cancellation))
                    .replacing(slot)
                    .onSuccess(answer::complete)
                    .start();

            assertThat(answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join())
                    .isEqualTo(ENTRIES);
            Patience.until("the older count has ended", tasks::idle);
        }
    }

    private static List<String> indexes(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'index'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static boolean stops(Call call) throws Exception {
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Void> running = CompletableFuture.runAsync(() -> call.on(journal, cancellation));
        Thread.sleep(100);
        assertThat(running).as("it takes long").isNotDone();
        cancellation.cancel();
        return endsCancelled(running);
    }

    private static boolean endsCancelled(CompletableFuture<Void> running) throws Exception {
        try {
            running.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return false;
        } catch (ExecutionException e) {
            return e.getCause() instanceof CancelledException;
        }
    }
}
