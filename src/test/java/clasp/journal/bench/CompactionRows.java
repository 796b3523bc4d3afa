package clasp.journal.bench;

import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/// Removes the older half of a journal while somebody reads it.
final class CompactionRows {
    /// Between two pages.
    private static final int FRAMES = 30;

    private CompactionRows() {}

    static void measure(Bench bench) throws Exception {
        for (var file : bench.kinds().entrySet()) {
            measure(bench, file.getKey(), file.getValue());
        }
    }

    private static void measure(Bench bench, String kind, Path usual) throws Exception {
        long half = bench.files().entries() / 2 + 1;
        Path theirs = bench.files().copyOf(usual, "compacted-by-shell.db");
        Samples peer = Samples.of(
                1, () -> Peers.shell(theirs, "DELETE FROM journal_entries WHERE seq < " + half + "; VACUUM;"));
        bench.files().fresh("compacted-by-shell.db");
        Path ours = bench.files().copyOf(usual, "compacted.db");
        Samples pages = new Samples();
        Samples mine = new Samples();
        int[] reports = new int[1];
        try (BenchWindow window = new BenchWindow()) {
            window.open(() -> bench.open(ours));
            window.drawn(
                    () -> window.table().scrollToRow(half), () -> window.table().shows(half + 1));
            FrameClock frames = new FrameClock(window.scene());
            JournalReader journal = window.journal();
            var access = (CompactionAccess.Available) journal.compaction();
            var order = new CompactionOrder(half, null, false, true);
            CompactionProgress progress = (step, done, total) -> reports[0]++;
            CompletableFuture<Void> running = CompletableFuture.runAsync(() -> {
                long begin = System.nanoTime();
                access.compactor().compact(order, progress, Cancellation.none());
                mine.add(System.nanoTime() - begin);
            });
            while (!running.isDone()) {
                long seq = ThreadLocalRandom.current().nextLong(half, 2 * half);
                pages.time(() -> journal.page(PageRequest.forward(Filter.ALL, seq, 256), Cancellation.none()));
                frames.run(FRAMES, frame -> window.table().scrollBy(3));
            }
            running.get();
            frames.report(bench, kind + "the wheel turned during a compaction");
            String rate = String.format(Locale.ROOT, "%.1f", frames.aSecond());
            bench.report().note(kind + "… frames a second, of 60 that the platform draws at most", rate);
            window.closeJournal();
        }
        bench.report()
                .against(kind + "compaction of the older half", 1.5, mine, Peers.SHELL + " DELETE + VACUUM", peer);
        bench.report().longest("… a page read meanwhile", 100, pages);
        bench.report().note("… reports of progress", Integer.toString(reports[0]));
        bench.files().fresh("compacted.db");
    }
}
