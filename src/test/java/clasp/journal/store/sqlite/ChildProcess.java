package clasp.journal.store.sqlite;

import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Another process that works on a journal, one step for each line that it is told; closing it kills it.
final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;

    private ChildProcess(Process process) {
        this.process = process;
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static ChildProcess start(String job, Path file) throws IOException {
        Process process = new ProcessBuilder(JavaCommand.of(ChildProcess.class, List.of(), job, file.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new ChildProcess(process);
    }

    /// Has the next step done and waits for it.
    ChildProcess step() throws IOException {
        orders.println();
        return awaitAnswer();
    }

    ChildProcess awaitAnswer() throws IOException {
        answer();
        return this;
    }

    /// Waits for what it says next.
    String answer() throws IOException {
        String answer = answers.readLine();
        if (answer == null) {
            throw new IllegalStateException("the child process ended");
        }
        return answer;
    }

    /// Has the next step begun.
    void begin() {
        orders.println();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// Lets it end by itself.
    void end() throws InterruptedException {
        orders.close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the child process does not end");
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    static void main(String[] args) throws IOException, SQLException {
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        Path file = Path.of(args[1]);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        switch (args[0]) {
            case "append" -> append(file, orders);
            case "claim" -> claim(file, orders);
            case "holdClaim" -> holdClaim(JournalFile.existing(file), orders);
            case "shmLocks" ->
                System.out.println(
                        LockProbe.sharedMemoryInUseElsewhere(JournalFile.existing(file)) ? "in use" : "free");
            case "churn" -> churn(file);
            case "compact" -> compact(file, orders);
            case "restore" -> restore(file, orders);
            case "locks" ->
                System.out.println(LockProbe.inUseElsewhere(JournalFile.existing(file)) ? "in use" : "free");
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void append(Path file, BufferedReader orders) throws IOException {
        if (orders.readLine() == null) {
            return;
        }
        try (SqliteJournal journal = new SqliteJournals().openForWriting(file, null)) {
            do {
                journal.append(Entries.set("/child", "1"));
                System.out.println("done");
            } while (orders.readLine() != null);
        }
    }

    /// Opens the journal for writing each time, and says what came of it.
    private static void claim(Path file, BufferedReader orders) throws IOException {
        while (orders.readLine() != null) {
            try (SqliteJournal journal = new SqliteJournals().openForWriting(file, null)) {
                journal.append(Entries.set("/child", "1"));
                System.out.println("written");
            } catch (JournalException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    /// As in the middle of writing or restoring it.
    private static void holdClaim(JournalFile file, BufferedReader orders) throws IOException {
        try (WritingClaim claim = WritingClaim.take(file, FileUse.of(file))) {
            System.out.println("claimed");
            String unused = orders.readLine();
        }
    }

    /// Appends and takes its log into the database in every way, as fast as it can, until it is killed. Its memory for
    /// pages is so small that large changes are written before they are committed, and written over.
    private static void churn(Path file) throws SQLException {
        String[] checkpoints = {"PASSIVE", "FULL", "RESTART", "TRUNCATE"};
        Random random = new Random(7);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            statement.execute("PRAGMA synchronous = OFF");
            statement.execute("PRAGMA cache_size = 10");
            statement.execute("PRAGMA wal_autocheckpoint = 50");
            System.out.println("ready");
            while (true) {
                statement.execute("BEGIN IMMEDIATE");
                int entries = random.nextInt(10) == 0 ? 500 : 3;
                statement.execute("INSERT INTO journal_entries (timestamp, author, address, signal_type, value_json,"
                        + " revision, msg_type) WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n"
                        + " WHERE i < " + entries + ") SELECT 1, 'a', '/churn/' || (abs(random()) % 100), 'param', '"
                        + "x".repeat(random.nextInt(300)) + "', 1, 33 FROM n");
                statement.execute("DELETE FROM journal_entries WHERE seq % 7 = " + random.nextInt(7)
                        + " AND seq > (SELECT max(seq) - 2000 FROM journal_entries)");
                statement.execute(random.nextInt(8) == 0 ? "ROLLBACK" : "COMMIT");
                if (random.nextInt(20) == 0) {
                    statement.execute("PRAGMA wal_checkpoint(" + checkpoints[random.nextInt(4)] + ")");
                }
            }
        }
    }

    /// Puts `backup.db`, which lies beside it, in its place, and says what came of it.
    private static void restore(Path file, BufferedReader orders) throws IOException {
        while (orders.readLine() != null) {
            try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
                var compactor = ((CompactionAccess.Available) journal.compaction()).compactor();
                compactor.restore(file.resolveSibling("backup.db"), CompactionProgress.NONE, Cancellation.none());
                System.out.println("restored");
            } catch (JournalException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private static void compact(Path file, BufferedReader orders) throws IOException {
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            var compactor = ((CompactionAccess.Available) journal.compaction()).compactor();
            System.out.println("ready");
            orders.readLine();
            compactor.compact(
                    new CompactionOrder(15_000, file.resolveSibling("backup.db"), true, true, true),
                    CompactionProgress.NONE,
                    Cancellation.none());
            System.out.println("done");
        }
    }
}
