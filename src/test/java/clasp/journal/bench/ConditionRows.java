package clasp.journal.bench;

import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// The same under worse conditions: nothing of the file in the operating system's cache, or somebody writing to it.
final class ConditionRows {
    private static final int TIMES = 7;
    private static final int SLOW_TIMES = 3;
    private static final int LIVE_JUMPS = 100;
    private static final long LIVE_RATE = 20_000;
    private static final int BUCKETS = 1_000;
    private static final String ENTRIES = "SELECT * FROM journal_entries WHERE ";
    private static final String COUNT = "SELECT count(*) FROM journal_entries WHERE ";

    private ConditionRows() {}

    static void cold(Bench bench) throws Exception {
        bench.report().condition("cold: ");
        Path file = bench.files().usual();
        Samples opening = new Samples();
        try (BenchWindow window = new BenchWindow()) {
            for (int i = 0; i < TIMES; i++) {
                PageCache.drop(file);
                opening.add(window.open(() -> bench.open(file)));
                window.closeJournal();
            }
        }
        bench.report().median("open to first rows shown", 150, opening);
        try (BenchWindow window = new BenchWindow()) {
            PageCache.drop(file);
            window.open(() -> bench.open(file));
            WindowRows.dragged(bench, "", window);
            window.closeJournal();
        }
        try (JournalReader journal = bench.open(file)) {
            ask(bench, file, journal, () -> PageCache.drop(file));
        }
        PageCache.fill(file);
        bench.report().condition("");
    }

    static void live(Bench bench) throws Exception {
        bench.report().condition("while 20,000 entries a second are written: ");
        Path file = bench.files().copyOf(bench.files().usual(), "live.db");
        try (LiveWriter writer = LiveWriter.start(file, LIVE_RATE);
                BenchWindow window = new BenchWindow()) {
            Samples opening = new Samples();
            for (int i = 0; i < TIMES; i++) {
                opening.add(window.open(() -> bench.open(file)));
                if (i < TIMES - 1) {
                    window.closeJournal();
                }
            }
            bench.report().median("open to first rows shown", 150, opening);
            WindowRows.jumps(bench, "", window, LIVE_JUMPS);
            WindowRows.dragged(bench, "", window);
            ask(bench, file, window.journal(), () -> {});
            window.closeJournal();
            bench.report().note("entries written a second", Long.toString(writer.stop()));
        }
        bench.files().fresh("live.db");
        bench.report().condition("");
    }

    /// Something to be asked of a journal, and the same in SQL.
    private record Question(String what, double maxMillis, Samples.Work ours, String sql) {}

    /// @param before brings the file into the condition, each time
    private static void ask(Bench bench, Path file, JournalReader journal, Samples.Work before) throws Exception {
        for (Question question : questions(journal, bench.files().entries())) {
            Samples theirs = samples(SLOW_TIMES, before, () -> Peers.shell(file, question.sql()));
            Samples ours = samples(TIMES, before, question.ours());
            bench.report().beside(question.what(), question.maxMillis(), ours, Peers.SHELL, theirs);
        }
    }

    private static Samples samples(int times, Samples.Work before, Samples.Work work) throws Exception {
        Samples samples = new Samples();
        for (int i = 0; i < times; i++) {
            before.run();
            samples.time(work);
        }
        return samples;
    }

    private static List<Question> questions(JournalReader journal, long entries) {
        TimeRange span = journal.timeSpan().orElseThrow();
        long middle = span.fromMicros() + (span.toMicros() - span.fromMicros()) / 1_000 * 500;
        long width = (span.toMicros() - span.fromMicros()) / BUCKETS + 1;
        Filter lumen = PageRows.filter(journal, "/lumen/*/3/**");
        Filter rare = PageRows.filter(journal, "value=\"nothing\"");
        String overTime = "SELECT (timestamp - " + span.fromMicros() + ") / " + width
                + " AS b, signal_type, count(*) FROM journal_entries GROUP BY b, signal_type";
        String byAddress = "SELECT address, count(*), max(seq) FROM journal_entries GROUP BY address";
        return List.of(
                new Question(
                        "a page anywhere",
                        100,
                        () -> page(
                                journal, Filter.ALL, ThreadLocalRandom.current().nextLong(entries)),
                        ENTRIES + "seq >= (SELECT abs(random()) % " + entries + ") ORDER BY seq LIMIT 256"),
                first(journal, "/lumen/*/3/**", "address GLOB '/lumen/*/3/*'"),
                first(journal, "type:timeline", "signal_type = 'timeline'"),
                first(journal, "from:@500", "timestamp >= " + middle),
                new Question(
                        "count `/lumen/*/3/**`",
                        300,
                        () -> journal.count(lumen, Progress.NONE, Cancellation.none()),
                        COUNT + "address GLOB '/lumen/*/3/*'"),
                new Question(
                        "histogram, estimated",
                        150,
                        () -> journal.estimate(span, BUCKETS, Cancellation.none()),
                        overTime),
                new Question(
                        "histogram, exact",
                        2_000,
                        () -> journal.histogram(Filter.ALL, span, BUCKETS, Progress.NONE, Cancellation.none()),
                        overTime),
                new Question(
                        "addresses, first level, estimated",
                        200,
                        () -> journal.firstSegments(5_001, Cancellation.none()),
                        byAddress),
                new Question(
                        "addresses with counts",
                        1_000,
                        () -> journal.addresses(Progress.NONE, Cancellation.none()),
                        byAddress),
                new Question(
                        "`value=\"nothing\"`: all matches",
                        4_000,
                        () -> journal.rowIndex(rare, Progress.NONE, Cancellation.none()),
                        COUNT + "value_json = '\"nothing\"'"));
    }

    private static Question first(JournalReader journal, String text, String sql) {
        Filter filter = PageRows.filter(journal, text);
        return new Question(
                "first page of `" + text + "`",
                100,
                () -> page(journal, filter, Long.MIN_VALUE),
                ENTRIES + sql + " ORDER BY seq LIMIT 256");
    }

    private static void page(JournalReader journal, Filter filter, long from) {
        journal.page(PageRequest.forward(filter, from, 256), Cancellation.none());
    }
}
