package clasp.journal.bench;

import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/// Appending to a new journal.
final class AppendRows {
    private static final long MILLIS = 3_000;

    private AppendRows() {}

    static void measure(Bench bench) throws Exception {
        row(bench, "append, one thread, one by one", 17_000, Thread.ofPlatform(), 1, 1);
        row(bench, "append, 64 threads, one by one", 200_000, Thread.ofPlatform(), 64, 1);
        row(bench, "append, 64 virtual threads, one by one", 200_000, Thread.ofVirtual(), 64, 1);
        row(bench, "append, 64 threads, 100 at a time", 200_000, Thread.ofPlatform(), 64, 100);
        bench.files().fresh("append.db");
    }

    /// The peer is one loop that commits as many entries at once as can be on their way here.
    private static void row(Bench bench, String what, long goal, Thread.Builder threads, int count, int together)
            throws Exception {
        Path file = bench.files().fresh("append.db");
        new SqliteJournals().create(file, null).close();
        double peer = Peers.append(file, count * together, MILLIS);
        file = bench.files().fresh("append.db");
        double rate;
        try (SqliteJournal journal = new SqliteJournals().create(file, null)) {
            append(journal, threads, count, together, MILLIS / 3);
            rate = append(journal, threads, count, together, MILLIS);
        }
        bench.report().rate(what, goal, rate, Peers.JDBC + ", commits of " + count * together, peer);
    }

    /// Entries a second, each of them committed before its thread goes on.
    private static double append(SqliteJournal journal, Thread.Builder threads, int count, int together, long millis)
            throws InterruptedException {
        AtomicLong appended = new AtomicLong();
        long begin = System.nanoTime();
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            writers.add(threads.start(() -> {
                long mine = 0;
                while (System.nanoTime() - begin < millis * 1_000_000) {
                    if (together == 1) {
                        journal.append(Entries.next(mine));
                    } else {
                        journal.appendAll(LongStream.range(mine, mine + together)
                                .mapToObj(Entries::next)
                                .toList());
                    }
                    mine += together;
                }
                appended.addAndGet(mine);
            }));
        }
        for (Thread writer : writers) {
            writer.join();
        }
        return appended.get() * 1e9 / (System.nanoTime() - begin);
    }
}
