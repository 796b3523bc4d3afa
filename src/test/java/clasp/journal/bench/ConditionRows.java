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
    private static final List<String> PAGES = List.of("/lumen/*/3/**", "type:timeline", "from:@500");
    private static final int COLD_TIMES = 7;
    private static final int LIVE_JUMPS = 100;
    private static final long LIVE_RATE = 20_000;

    private ConditionRows() {}

    static void cold(Bench bench) throws Exception {
        bench.report().condition("cold: ");
        Path file = bench.files().usual();
        Samples opening = new Samples();
        try (BenchWindow window = new BenchWindow()) {
            for (int i = 0; i < COLD_TIMES; i++) {
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
        jump(bench, file);
        try (JournalReader journal = bench.open(file)) {
            for (String text : PAGES) {
                var request = PageRequest.forward(PageRows.filter(journal, text), Long.MIN_VALUE, 256);
                bench.report()
                        .median(
                                "first page of `" + text + "`",
                                100,
                                cold(file, () -> journal.page(request, Cancellation.none())));
            }
            var lumen = PageRows.filter(journal, "/lumen/*/3/**");
            bench.report()
                    .median(
                            "count `/lumen/*/3/**`",
                            300,
                            cold(file, () -> journal.count(lumen, Progress.NONE, Cancellation.none())));
            overviews(bench, journal, work -> cold(file, work));
            var rare = PageRows.filter(journal, "value=\"nothing\"");
            bench.report()
                    .median(
                            "`value=\"nothing\"`: all matches",
                            4_000,
                            cold(file, () -> journal.rowIndex(rare, Progress.NONE, Cancellation.none())));
        }
        PageCache.fill(file);
        bench.report().condition("");
    }

    private static void jump(Bench bench, Path file) throws Exception {
        long entries = bench.files().entries();
        try (JournalReader journal = bench.open(file)) {
            bench.report()
                    .median(
                            "a page anywhere",
                            100,
                            cold(
                                    file,
                                    () -> journal.page(
                                            PageRequest.forward(
                                                    Filter.ALL,
                                                    ThreadLocalRandom.current().nextLong(entries),
                                                    256),
                                            Cancellation.none())));
        }
    }

    /// How often and in which state something is measured.
    @FunctionalInterface
    private interface Condition {
        Samples measure(Samples.Work work) throws Exception;
    }

    private static void overviews(Bench bench, JournalReader journal, Condition condition) throws Exception {
        TimeRange span = journal.timeSpan().orElseThrow();
        bench.report()
                .median(
                        "histogram, estimated",
                        150,
                        condition.measure(() -> journal.estimate(span, 1_000, Cancellation.none())));
        bench.report()
                .median(
                        "histogram, exact",
                        2_000,
                        condition.measure(
                                () -> journal.histogram(Filter.ALL, span, 1_000, Progress.NONE, Cancellation.none())));
        bench.report()
                .median(
                        "addresses, first level, estimated",
                        200,
                        condition.measure(() -> journal.firstSegments(5_001, Cancellation.none())));
        bench.report()
                .median(
                        "addresses with counts",
                        1_000,
                        condition.measure(() -> journal.addresses(Cancellation.none())));
    }

    private static Samples cold(Path file, Samples.Work work) throws Exception {
        Samples samples = new Samples();
        for (int i = 0; i < COLD_TIMES; i++) {
            PageCache.drop(file);
            samples.time(work);
        }
        return samples;
    }

    static void live(Bench bench) throws Exception {
        bench.report().condition("while 20,000 entries a second are written: ");
        Path file = bench.files().copyOf(bench.files().usual(), "live.db");
        try (LiveWriter writer = LiveWriter.start(file, LIVE_RATE);
                BenchWindow window = new BenchWindow()) {
            Samples opening = new Samples();
            for (int i = 0; i < COLD_TIMES; i++) {
                opening.add(window.open(() -> bench.open(file)));
                if (i < COLD_TIMES - 1) {
                    window.closeJournal();
                }
            }
            bench.report().median("open to first rows shown", 150, opening);
            WindowRows.jumps(bench, "", window, LIVE_JUMPS);
            WindowRows.dragged(bench, "", window);
            JournalReader journal = window.journal();
            overviews(bench, journal, work -> Samples.of(COLD_TIMES, work));
            for (String text : PAGES) {
                var request = PageRequest.forward(PageRows.filter(journal, text), Long.MIN_VALUE, 256);
                bench.report()
                        .median(
                                "first page of `" + text + "`",
                                100,
                                Samples.of(COLD_TIMES, () -> journal.page(request, Cancellation.none())));
            }
            var lumen = PageRows.filter(journal, "/lumen/*/3/**");
            bench.report()
                    .median(
                            "count `/lumen/*/3/**`",
                            300,
                            Samples.of(COLD_TIMES, () -> journal.count(lumen, Progress.NONE, Cancellation.none())));
            var rare = PageRows.filter(journal, "value=\"nothing\"");
            bench.report()
                    .median(
                            "`value=\"nothing\"`: all matches",
                            4_000,
                            Samples.of(3, () -> journal.rowIndex(rare, Progress.NONE, Cancellation.none())));
            window.closeJournal();
            bench.report().note("entries written a second", Long.toString(writer.stop()));
        }
        bench.files().fresh("live.db");
        bench.report().condition("");
    }
}
