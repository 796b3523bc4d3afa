package clasp.journal.bench;

import clasp.journal.store.JournalReader;
import clasp.journal.ui.table.TableProbe;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;

/// What whoever sits at the window notices: opening, jumping, scrolling.
final class WindowRows {
    private static final int OPENINGS = 15;
    private static final int JUMPS = 150;
    private static final int WARM_UP = 30;
    private static final int FRAMES = 400;

    private WindowRows() {}

    static void measure(Bench bench) throws Exception {
        try (BenchWindow window = new BenchWindow()) {
            for (var file : bench.kinds().entrySet()) {
                Samples opening = new Samples();
                for (int i = -2; i < OPENINGS; i++) {
                    long took = window.open(() -> bench.open(file.getValue()));
                    if (i >= 0) {
                        opening.add(took);
                    }
                    if (i < OPENINGS - 1) {
                        window.closeJournal();
                    }
                }
                bench.report().median(file.getKey() + "open to first rows shown", 150, opening);
                offsets(bench, file.getKey(), file.getValue());
                jumps(bench, file.getKey(), window, JUMPS);
                frames(bench, file.getKey(), window);
                window.closeJournal();
            }
        }
    }

    /// With everything that a tab has around its table.
    static void tabs(Bench bench) throws Exception {
        try (ProgramWindow window = new ProgramWindow()) {
            for (var file : bench.kinds().entrySet()) {
                Samples opening = new Samples();
                for (int i = 0; i < OPENINGS; i++) {
                    opening.add(window.open(file.getValue()));
                    window.awaitIdle();
                    if (i < OPENINGS - 1) {
                        window.closeTab();
                    }
                }
                bench.report().median(file.getKey() + "a whole tab opened, to first rows shown", 150, opening);
                TableProbe table = window.table().orElseThrow();
                long rows = table.rows();
                FrameClock thumb = new FrameClock(window.scene());
                thumb.run(FRAMES, frame -> table.scrollToRow(rows / FRAMES * frame));
                thumb.report(bench, file.getKey() + "in a whole tab, the thumb dragged through all of it");
                FrameClock wheel = new FrameClock(window.scene());
                wheel.run(FRAMES, frame -> table.scrollBy(-3));
                wheel.report(bench, file.getKey() + "in a whole tab, the wheel turned, three rows a frame");
                searches(bench, file.getKey(), window, RareRows.filters(file.getValue()));
                window.closeTab();
            }
        }
    }

    /// What is seen of filters that look at every entry.
    private static void searches(Bench bench, String kind, ProgramWindow window, List<String> filters) {
        Samples progress = new Samples();
        Samples cancelled = new Samples();
        for (int i = 0; i < 2; i++) {
            for (String text : filters) {
                progress.add(window.progressOf(text));
                cancelled.add(window.cancel());
                window.clearQuery();
            }
        }
        bench.report().longest(kind + "progress of a rare filter seen in the window", 200, progress);
        bench.report().longest(kind + "… cancelled, seen in the window", 50, cancelled);
    }

    /// As most browsers of databases go to a row: none of them can be measured from here, so the shell's statement
    /// alone stands for them.
    private static void offsets(Bench bench, String kind, Path file) throws Exception {
        long entries = bench.files().entries();
        Samples peer = Samples.of(
                15,
                () -> Peers.shell(
                        file,
                        "SELECT * FROM journal_entries LIMIT 40 OFFSET "
                                + ThreadLocalRandom.current().nextLong(entries)));
        bench.report().note(kind + "peer: " + Peers.SHELL + " LIMIT 40 OFFSET", Samples.text(peer.median()));
    }

    /// The journal has no gaps, so that row and seq go together.
    static void jumps(Bench bench, String kind, BenchWindow window, int times) {
        JournalReader journal = window.journal();
        long entries = journal.state().latestSeq();
        var span = journal.timeSpan().orElseThrow();
        long length = span.toMicros() - span.fromMicros();
        Samples thumb = new Samples();
        Samples seqs = new Samples();
        Samples moments = new Samples();
        // Looked up before all of them, so that the index is not warm at the very place that is found next.
        long[] micros = ThreadLocalRandom.current()
                .longs(WARM_UP + times, span.fromMicros(), span.fromMicros() + length)
                .toArray();
        long[] wanted = LongStream.of(micros)
                .map(time -> journal.seqAtTime(time).orElseThrow())
                .toArray();
        for (int i = -WARM_UP; i < times; i++) {
            long row = ThreadLocalRandom.current().nextLong(entries - 1_000);
            long byThumb = window.drawn(() -> window.table().scrollToRow(row), () -> at(window.table(), row + 1));
            long seq = 1 + ThreadLocalRandom.current().nextLong(entries - 1_000);
            long bySeq = window.drawn(
                    () -> window.model().goToSeq(seq), () -> window.table().shows(seq));
            int number = WARM_UP + i;
            long byTime = window.drawn(
                    () -> window.model().goToTime(micros[number]),
                    () -> window.table().shows(wanted[number]));
            if (i >= 0) {
                thumb.add(byThumb);
                seqs.add(bySeq);
                moments.add(byTime);
            }
        }
        bench.report().spread(kind + "jump by the scroll thumb", 30, 100, thumb);
        bench.report().spread(kind + "jump to a seq", 30, 100, seqs);
        bench.report().spread(kind + "jump to a time", 30, 100, moments);
    }

    private static boolean at(TableProbe table, long seq) {
        return table.topSeq() == seq && table.full();
    }

    static void dragged(Bench bench, String kind, BenchWindow window) {
        long rows = window.table().rows();
        FrameClock thumb = new FrameClock(window.scene());
        thumb.run(FRAMES, frame -> window.table().scrollToRow(rows / FRAMES * frame));
        thumb.report(bench, kind + "the thumb dragged through all of it");
    }

    private static void frames(Bench bench, String kind, BenchWindow window) {
        dragged(bench, kind, window);
        long rows = window.table().rows();
        window.drawn(() -> window.table().scrollToRow(rows / 2), () -> at(window.table(), rows / 2 + 1));
        FrameClock wheel = new FrameClock(window.scene());
        wheel.run(FRAMES, frame -> window.table().scrollBy(3));
        wheel.report(bench, kind + "the wheel turned, three rows a frame");
        window.drawn(() -> window.table().scrollToRow(0), () -> at(window.table(), 1));
        FrameClock through = new FrameClock(window.scene());
        through.run(FRAMES, frame -> window.table().scrollBy((int) (rows / FRAMES)));
        through.report(bench, kind + "the wheel turned fast, through all of it");
    }
}
