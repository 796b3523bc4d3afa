package clasp.journal.bench;

import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.nio.file.Path;
import java.util.Map;

/// Counts: of globs, over time, by address.
final class CountRows {
    private static final int TIMES = 5;
    private static final int BUCKETS = 1_000;

    /// Patterns, each with what the shell's GLOB has to say instead.
    private static final Map<String, String> GLOBS = Map.of(
            "/lumen/**", "address GLOB '/lumen/*'",
            "/lumen/*/3/**", "address GLOB '/lumen/*/3/*'",
            "**/{x,y}", "address GLOB '*/x' OR address GLOB '*/y'");

    private CountRows() {}

    static void measure(Bench bench) throws Exception {
        for (var file : bench.kinds().entrySet()) {
            firstTree(bench, file.getKey(), file.getValue());
            try (JournalReader journal = bench.open(file.getValue())) {
                globs(bench, file.getKey(), journal, file.getValue());
                histogram(bench, file.getKey(), journal, file.getValue());
                addresses(bench, file.getKey(), journal, file.getValue());
            }
        }
    }

    /// By a program that has read other journals before, but not this one.
    private static void firstTree(Bench bench, String kind, Path file) throws Exception {
        Samples whole = new Samples();
        for (int i = 0; i < TIMES; i++) {
            try (JournalReader journal = bench.open(file)) {
                whole.time(() -> readAll(journal));
            }
        }
        bench.report().longest(kind + "addresses with counts, asked for the first time", 1_000, whole);
    }

    /// The addresses may be made only when they are looked at.
    private static void readAll(JournalReader journal) {
        long[] entries = new long[1];
        journal.addresses(Progress.NONE, Cancellation.none())
                .forEach(count -> entries[0] += count.address().isEmpty() ? 0 : count.entries());
        if (entries[0] == 0) {
            throw new IllegalStateException("No addresses were found.");
        }
    }

    private static void globs(Bench bench, String kind, JournalReader journal, Path file) throws Exception {
        for (var glob : GLOBS.entrySet()) {
            Filter filter = PageRows.filter(journal, glob.getKey());
            Samples peer = Samples.of(
                    3, () -> Peers.shell(file, "SELECT count(*) FROM journal_entries WHERE " + glob.getValue()));
            Samples ours = Samples.of(TIMES, () -> journal.count(filter, Progress.NONE, Cancellation.none()));
            bench.report().beside(kind + "count `" + glob.getKey() + "`", 300, ours, Peers.SHELL + " GLOB", peer);
        }
    }

    private static void histogram(Bench bench, String kind, JournalReader journal, Path file) throws Exception {
        TimeRange span = journal.timeSpan().orElseThrow();
        long width = (span.toMicros() - span.fromMicros()) / BUCKETS + 1;
        Samples peer = Samples.of(
                3,
                () -> Peers.shell(
                        file,
                        "SELECT (timestamp - " + span.fromMicros() + ") / " + width
                                + " AS b, signal_type, count(*) FROM journal_entries GROUP BY b, signal_type"));
        Samples exact = Samples.of(
                TIMES, () -> journal.histogram(Filter.ALL, span, BUCKETS, Progress.NONE, Cancellation.none()));
        Samples estimate = Samples.of(4 * TIMES, () -> journal.estimate(span, BUCKETS, Cancellation.none()));
        bench.report().beside(kind + "histogram, estimated", 150, estimate, Peers.SHELL + " GROUP BY", peer);
        bench.report().beside(kind + "histogram, exact", 2_000, exact, Peers.SHELL + " GROUP BY", peer);
    }

    private static void addresses(Bench bench, String kind, JournalReader journal, Path file) throws Exception {
        Samples peer = Samples.of(
                3, () -> Peers.shell(file, "SELECT address, count(*), max(seq) FROM journal_entries GROUP BY address"));
        Samples first = Samples.of(4 * TIMES, () -> journal.firstSegments(5_001, Cancellation.none()));
        bench.report().beside(kind + "addresses, first level, estimated", 200, first, Peers.SHELL + " GROUP BY", peer);
        Samples whole = Samples.of(TIMES, () -> readAll(journal));
        bench.report().beside(kind + "addresses with counts", 1_000, whole, Peers.SHELL + " GROUP BY", peer);
    }
}
