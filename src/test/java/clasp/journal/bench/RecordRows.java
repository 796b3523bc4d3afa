package clasp.journal.bench;

import clasp.journal.live.BearerToken;
import clasp.journal.live.RecordingLimits;
import clasp.journal.live.RecordingOrder;
import clasp.journal.live.RouterAddress;
import clasp.journal.live.RouterRecording;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.RecordingStatus;
import clasp.journal.store.sqlite.SqliteJournals;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/// A router in another process is recorded into a file while the window shows it.
final class RecordRows {
    private static final int RATE = 50_000;
    private static final int FRAMES = 120;

    private RecordRows() {}

    static void measure(Bench bench, int seconds) throws Exception {
        for (int bundled : new int[] {1, 10}) {
            String what = "record " + RATE + "/s for " + seconds + " s, "
                    + (bundled == 1 ? "a frame each" : "BUNDLEs of " + bundled);
            record(bench, what, seconds, bundled);
        }
        bench.files().fresh("recorded.db");
    }

    private static void record(Bench bench, String what, int seconds, int bundled) throws Exception {
        Path file = bench.files().fresh("recorded.db");
        long expected = (long) RATE * seconds;
        long processor = ProcessorTime.nanos();
        try (RecordSource source = RecordSource.start(RATE, seconds, bundled);
                RouterRecording recording = RouterRecording.start(
                        new RecordingOrder(
                                RouterAddress.of(source.url()),
                                BearerToken.NONE,
                                List.of(),
                                Set.of(),
                                false,
                                RecordingOrder.UNLIMITED),
                        RecordingLimits.STANDARD,
                        () -> new SqliteJournals().create(file, null),
                        InstantSource.system(),
                        Cancellation.none());
                ProgramWindow window = new ProgramWindow(recording)) {
            window.showDemo();
            FrameClock frames = new FrameClock(window.scene());
            RecordingStatus status = recording.recording();
            long waited = 0;
            while (status.entries() + status.dropped() < expected) {
                frames.run(FRAMES, window::stir);
                long before = status.entries();
                status = recording.recording();
                waited = status.entries() == before ? waited + 1 : 0;
                if (waited > 10) {
                    break;
                }
            }
            double took = source.awaitSent();
            bench.report().rate(what, RATE * 99L / 100, expected / took, "", 0);
            frames.report(bench, what);
            recording.stopRecording();
            status = recording.recording();
            bench.report()
                    .note(
                            what + ", stored / dropped / processor",
                            String.format(
                                    "%,d of %,d / %,d / %.1f s",
                                    status.entries(),
                                    expected,
                                    status.dropped(),
                                    (ProcessorTime.nanos() - processor) / 1e9));
        }
        bench.report().note(what + ", read back in order", String.format("%,d", inOrder(bench, file)));
    }

    /// How many entries follow each other as they were sent.
    private static long inOrder(Bench bench, Path file) {
        long[] count = {0};
        try (JournalReader journal = bench.open(file)) {
            journal.scan(
                    Filter.ALL,
                    SeqRange.ALL,
                    entry -> {
                        boolean next = entry.valueJson().equals(Long.toString(count[0]));
                        count[0] += next ? 1 : 0;
                        return next;
                    },
                    Cancellation.none());
        }
        return count[0];
    }
}
