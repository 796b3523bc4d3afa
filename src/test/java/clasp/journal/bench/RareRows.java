package clasp.journal.bench;

import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/// Filters that no index knows and about one entry in a million matches, or none: every entry has to be looked at.
final class RareRows {
    private static final int TIMES = 5;

    /// A colour that some ten of ten million entries set.
    private static final String COLOUR = "a8528e";

    private static final int HIGHEST = 10;

    private static final String BARE_SCAN = "SELECT count(*) FROM journal_entries WHERE value_json = 'nothing'";

    private RareRows() {}

    static List<String> filters(Path file) throws SQLException {
        long revision = Peers.number(
                file, "SELECT revision FROM journal_entries ORDER BY revision DESC LIMIT 1 OFFSET " + HIGHEST);
        return List.of(
                "author:00000000*",
                "value=0.123456789",
                "value>1e12",
                "value=\"#" + COLOUR + "\"",
                "value~" + COLOUR,
                "rev>" + revision,
                COLOUR);
    }

    static void measure(Bench bench) throws Exception {
        for (var file : bench.kinds().entrySet()) {
            measure(bench, file.getKey(), file.getValue());
        }
    }

    private static void measure(Bench bench, String kind, Path file) throws Exception {
        try (JournalReader journal = bench.open(file)) {
            Samples peer = Samples.of(3, () -> Peers.shell(file, BARE_SCAN));
            for (String text : filters(file)) {
                Filter filter = PageRows.filter(journal, text);
                Samples all = new Samples();
                Samples first = new Samples();
                long matches = 0;
                for (int i = 0; i < TIMES; i++) {
                    long begin = System.nanoTime();
                    AtomicLong told = new AtomicLong();
                    matches = journal.rowIndex(
                                    filter,
                                    (done, total) -> told.compareAndSet(0, System.nanoTime() - begin),
                                    Cancellation.none())
                            .rows();
                    all.add(System.nanoTime() - begin);
                    if (told.get() == 0) {
                        throw new IllegalStateException("No progress was told of " + text);
                    }
                    first.add(told.get());
                }
                Samples page = Samples.of(
                        3, () -> journal.page(PageRequest.forward(filter, Long.MIN_VALUE, 256), Cancellation.none()));
                bench.report()
                        .beside(
                                kind + "`" + text + "`: all matches (" + matches + ")",
                                4_000,
                                all,
                                Peers.SHELL + " bare scan",
                                peer);
                bench.report()
                        .beside(kind + "`" + text + "`: first page", 4_000, page, Peers.SHELL + " bare scan", peer);
                bench.report().median(kind + "`" + text + "`: first progress", 200, first);
                bench.report().longest(kind + "`" + text + "`: cancel", 50, cancelled(journal, filter));
            }
        }
    }

    /// From the cancellation until the call has ended.
    private static Samples cancelled(JournalReader journal, Filter filter) throws Exception {
        Samples samples = new Samples();
        for (int i = 0; i < TIMES; i++) {
            for (boolean page : new boolean[] {true, false}) {
                Cancellation cancellation = new Cancellation();
                CompletableFuture<Long> ended = CompletableFuture.supplyAsync(() -> {
                    try {
                        if (page) {
                            journal.page(PageRequest.forward(filter, Long.MIN_VALUE, 256), cancellation);
                        } else {
                            journal.rowIndex(filter, Progress.NONE, cancellation);
                        }
                    } catch (CancelledException e) {
                        return System.nanoTime();
                    }
                    return 0L;
                });
                Thread.sleep(150);
                long begin = System.nanoTime();
                cancellation.cancel();
                long end = ended.get();
                if (end != 0) {
                    samples.add(end - begin);
                }
            }
        }
        return samples;
    }
}
