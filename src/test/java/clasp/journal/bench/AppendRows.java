package clasp.journal.bench;

import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Appending to a new journal.
final class AppendRows {
    private static final long MILLIS = 3_000;

    private AppendRows() {}

    static void measure(Bench bench) throws Exception {
        Path file = bench.files().fresh("append.db");
        new SqliteJournals().create(file, null).close();
        double peer = Peers.append(file, MILLIS);
        for (int threads : new int[] {1, 64}) {
            file = bench.files().fresh("append.db");
            double rate;
            try (SqliteJournal journal = new SqliteJournals().create(file, null)) {
                append(journal, threads, MILLIS / 3);
                rate = append(journal, threads, MILLIS);
            }
            String what = threads == 1 ? "append, one thread, one by one" : "append, " + threads + " threads";
            bench.report().rate(what, threads == 1 ? 25_000 : 200_000, rate, Peers.JDBC + ", one by one", peer);
        }
        bench.files().fresh("append.db");
    }

    /// Entries a second, each of them committed before its thread goes on.
    static double append(SqliteJournal journal, int threads, long millis) throws InterruptedException {
        AtomicLong count = new AtomicLong();
        long begin = System.nanoTime();
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            writers.add(Thread.ofPlatform().start(() -> {
                long mine = 0;
                while (System.nanoTime() - begin < millis * 1_000_000) {
                    journal.append(Entries.next(mine++));
                }
                count.addAndGet(mine);
            }));
        }
        for (Thread writer : writers) {
            writer.join();
        }
        return count.get() * 1e9 / (System.nanoTime() - begin);
    }
}
