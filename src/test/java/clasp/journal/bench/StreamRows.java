package clasp.journal.bench;

import clasp.journal.export.CsvOptions;
import clasp.journal.export.ExportFormat;
import clasp.journal.export.Exporter;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.Selection;
import java.nio.file.Files;
import java.nio.file.Path;

/// Everything, or a lot, out of the library.
final class StreamRows {
    private static final int TIMES = 3;

    private StreamRows() {}

    static void measure(Bench bench) throws Exception {
        for (var file : bench.kinds().entrySet()) {
            try (JournalReader journal = bench.open(file.getValue())) {
                stream(bench, file.getKey(), file.getValue(), journal);
                csv(bench, file.getKey(), file.getValue(), journal);
            }
        }
    }

    private static void stream(Bench bench, String kind, Path file, JournalReader journal) throws Exception {
        Filter filter = PageRows.filter(journal, "/lumen/**");
        long[] seen = new long[1];
        Samples ours = Samples.of(TIMES, () -> {
            seen[0] = 0;
            journal.scan(
                    filter,
                    SeqRange.ALL,
                    entry -> {
                        seen[0]++;
                        return true;
                    },
                    Cancellation.none());
        });
        Samples peer = Samples.of(
                TIMES,
                () -> Peers.read(file, "SELECT * FROM journal_entries WHERE address GLOB '/lumen/*' ORDER BY seq"));
        bench.report().beside(kind + "stream `/lumen/**`, " + seen[0] + " entries", 4_000, ours, Peers.JDBC, peer);
        // CLASP's own rate is that of the machine on which it was measured.
        double rate = seen[0] * 1e3 / ours.median();
        bench.report().rate("… in entries a second", 1_140_000, rate, Peers.JDBC, seen[0] * 1e3 / peer.median());
    }

    private static void csv(Bench bench, String kind, Path file, JournalReader journal) throws Exception {
        Path ours = bench.files().fresh("ours.csv");
        Path theirs = bench.files().fresh("theirs.csv");
        Exporter exporter = new Exporter((selection, target, progress, cancellation) -> 0);
        Samples mine = new Samples();
        Samples peer = new Samples();
        for (int i = 0; i < TIMES; i++) {
            peer.time(() -> Peers.csv(file, "SELECT * FROM journal_entries", theirs));
            mine.time(() -> exporter.export(
                    Selection.of(journal, Filter.ALL),
                    new ExportFormat.Csv(CsvOptions.EXACT),
                    ours,
                    Progress.NONE,
                    Cancellation.none()));
        }
        bench.report().against(kind + "CSV of the whole journal", 1.0, mine, Peers.SHELL + " -csv", peer);
        Files.delete(ours);
        Files.delete(theirs);
    }
}
