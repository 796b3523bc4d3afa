package clasp.journal.bench;

import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Direction;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The first and the last page of filters that an index can answer.
final class PageRows {
    private static final int PAGE = 256;
    private static final int TIMES = 7;

    /// Common, rare and absent addresses, types and times. `@n` stands for the time at the n-th per mille.
    private static final List<String> SINGLE = List.of(
            "/lumen/**",
            "/lumen/*/3/**",
            "**/opacity",
            "**/{x,y}",
            "/*/mixer/ch/31/mute",
            "/lumen/scene/9/layer/19/color",
            "/cue/note",
            "/nowhere/**",
            "**/nothing",
            "!/lumen/**",
            "type:param",
            "type:timeline",
            "type:nothing",
            "from:@999",
            "from:@500 to:@501",
            "to:@1");

    private static final List<String> UNLISTED = List.of("**/nothing");

    /// About one entry in 10,000, or fewer.
    private static final List<String> RARE_TOGETHER = List.of(
            "/lumen/scene/9/layer/19/opacity type:timeline",
            "/lumen/scene/0/layer/0/* from:@900 to:@930",
            "type:timeline /lumen/scene/3/** from:@300 to:@310",
            "/cue/note type:event from:@998",
            "/audio/mixer/ch/7/* type:param from:@995");

    /// Both conditions are frequent, but no entry fulfils both: there is nothing at which to stop.
    private static final List<String> NEVER_TOGETHER = List.of("/lumen/** type:event");

    private static final List<String> OFTEN_TOGETHER = List.of(
            "/lumen/** type:param",
            "type:param,event from:@100 to:@900",
            "/lumen/*/3/** from:@500",
            "**/{x,y} type:param to:@999");

    private static final List<String> TIMES_ASKED_ONCE = List.of(
            "from:@999",
            "from:@900",
            "from:@500",
            "from:@100",
            "to:@1",
            "to:@100",
            "to:@500",
            "to:@900",
            "from:@500 to:@501",
            "from:@333 to:@667",
            "from:@100 to:@900");

    private PageRows() {}

    static void measure(Bench bench) throws Exception {
        for (var file : bench.kinds().entrySet()) {
            try (JournalReader journal = bench.open(file.getValue())) {
                if (!file.getKey().isEmpty()) {
                    worst(bench, journal, file.getKey() + "first page, addresses not listed yet", 100, UNLISTED);
                    // As the window does when it opens a journal, for its tree.
                    journal.addresses(Progress.NONE, Cancellation.none());
                }
                worst(bench, journal, file.getKey() + "first page of a glob, a type, a time range", 100, SINGLE);
                String together = file.getKey() + "first page, combined by AND, ";
                String rarely = "1 in " + Samples.grouped(rarity(journal, RARE_TOGETHER)) + " or fewer";
                worst(bench, journal, together + rarely, 100, RARE_TOGETHER);
                worst(bench, journal, together + "more", 500, OFTEN_TOGETHER);
                worst(bench, journal, together + "both frequent, never together", 500, NEVER_TOGETHER);
            }
            String ranges = file.getKey() + "first page of a time range, asked for the first time";
            firstTimes(bench, ranges, file.getValue(), false);
            firstTimes(bench, ranges + ", the timeline counted", file.getValue(), true);
            beside(bench, file.getKey(), file.getValue());
        }
    }

    /// Of how many entries one fulfils the most frequent of the filters.
    private static long rarity(JournalReader journal, List<String> filters) {
        long most = filters.stream()
                .mapToLong(text -> journal.count(filter(journal, text), Progress.NONE, Cancellation.none()))
                .max()
                .orElseThrow();
        return journal.count(Filter.ALL, Progress.NONE, Cancellation.none()) / most;
    }

    /// A filter with the same in SQL.
    private record Compared(String filter, double max, String sql) {}

    /// Some of them beside the shell.
    private static void beside(Bench bench, String kind, Path file) throws Exception {
        try (JournalReader journal = bench.open(file)) {
            journal.addresses(Progress.NONE, Cancellation.none());
            var span = journal.timeSpan().orElseThrow();
            long perMille = (span.toMicros() - span.fromMicros()) / 1_000;
            long from900 = span.fromMicros() + 900 * perMille;
            for (Compared compared : List.of(
                    new Compared("/lumen/*/3/**", 100, "address GLOB '/lumen/*/3/*'"),
                    new Compared("**/nothing", 100, "address GLOB '*/nothing'"),
                    new Compared(
                            "/lumen/scene/0/layer/0/* from:@900 to:@930",
                            100,
                            "address GLOB '/lumen/scene/0/layer/0/*' AND timestamp BETWEEN " + from900 + " AND "
                                    + (from900 + 30 * perMille)),
                    new Compared(
                            "type:timeline from:@500",
                            500,
                            "signal_type = 'timeline' AND timestamp >= " + (span.fromMicros() + 500 * perMille)),
                    new Compared(
                            NEVER_TOGETHER.getFirst(), 500, "address GLOB '/lumen/*' AND signal_type = 'event'"))) {
                var request = PageRequest.forward(filter(journal, compared.filter()), Long.MIN_VALUE, PAGE);
                Samples ours = Samples.of(TIMES, () -> journal.page(request, Cancellation.none()));
                Samples theirs = Samples.of(
                        3,
                        () -> Peers.shell(
                                file,
                                "SELECT * FROM journal_entries WHERE " + compared.sql() + " ORDER BY seq LIMIT "
                                        + PAGE));
                bench.report()
                        .longest(
                                kind + "first page of `" + compared.filter() + "`",
                                compared.max(),
                                ours,
                                Peers.SHELL + " LIMIT " + PAGE,
                                theirs);
            }
        }
    }

    /// Each range once, in a journal that has just been opened: nothing is remembered of its times.
    ///
    /// @param counted whether all entries have been counted over time before, as the window does by and by
    private static void firstTimes(Bench bench, String what, Path file, boolean counted) throws Exception {
        Samples found = new Samples();
        for (String text : TIMES_ASKED_ONCE) {
            for (Direction direction : Direction.values()) {
                try (JournalReader journal = bench.open(file)) {
                    if (counted) {
                        journal.histogram(
                                Filter.ALL,
                                journal.timeSpan().orElseThrow(),
                                1_000,
                                Progress.NONE,
                                Cancellation.none());
                    }
                    Filter filter = filter(journal, text);
                    long from = direction == Direction.FORWARD ? Long.MIN_VALUE : Long.MAX_VALUE;
                    var request = new PageRequest(filter, from, direction, PAGE, PageRequest.CELL_VALUE_CHARS);
                    found.time(() -> journal.page(request, Cancellation.none()));
                }
            }
        }
        bench.report().longest(what, 100, found);
    }

    /// Every one must be within the bound, the first time too; the row shows the filter with the slowest.
    private static void worst(Bench bench, JournalReader journal, String what, double max, List<String> filters)
            throws Exception {
        Samples slowest = null;
        String name = "";
        for (String text : filters) {
            Filter filter = filter(journal, text);
            for (var request : Map.of(
                            text + ", from the start",
                            PageRequest.forward(filter, Long.MIN_VALUE, PAGE),
                            text + ", from the end",
                            PageRequest.backward(filter, Long.MAX_VALUE, PAGE))
                    .entrySet()) {
                Samples found = new Samples();
                for (int i = 0; i < TIMES && (i < 2 || found.max() < 2_000); i++) {
                    found.time(() -> journal.page(request.getValue(), Cancellation.none()));
                }
                bench.log().printf(Locale.ROOT, "    %8.1f ms  %s%n", found.median(), request.getKey());
                if (slowest == null || found.max() > slowest.max()) {
                    slowest = found;
                    name = request.getKey();
                }
            }
        }
        bench.report().longest(what + " (slowest of " + 2 * filters.size() + ": `" + name + "`)", max, slowest);
    }

    /// The filter, with the times of this journal.
    static Filter filter(JournalReader journal, String text) {
        var span = journal.timeSpan().orElseThrow();
        long first = span.fromMicros();
        long length = span.toMicros() - first;
        String words = List.of(text.split(" ")).stream()
                .map(word -> {
                    int at = word.indexOf('@');
                    return at < 0
                            ? word
                            : word.substring(0, at) + (first + length / 1_000 * Long.parseLong(word.substring(at + 1)));
                })
                .collect(Collectors.joining(" "));
        return Query.parse(words).filter();
    }
}
