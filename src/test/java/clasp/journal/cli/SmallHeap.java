package clasp.journal.cli;

import clasp.journal.export.CsvOptions;
import clasp.journal.export.ExportFormat;
import clasp.journal.export.Exporter;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.Histogram;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.store.Row;
import clasp.journal.store.Selection;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.store.sqlite.SqliteSlices;
import java.nio.file.Path;
import java.util.List;

/// Does everything that goes through a whole journal, and prints what it counted, in a process of its own.
final class SmallHeap {
    private static final Cancellation NEVER = Cancellation.none();

    private SmallHeap() {}

    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        new Cli(Tools.of(Console.ofProcess(), files -> ExitStatus.FAILED))
                .run(List.of("generate", arguments[0], "--entries", arguments[1], "--addresses", arguments[2]));
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, NEVER)) {
            Filter byValue = Query.parse("value~0 or -value~0").filter();
            print("scanned", scanned(journal));
            print("rows", journal.rowIndex(Filter.ALL, Progress.NONE, NEVER).rows());
            print(
                    "rows by value",
                    journal.rowIndex(byValue, Progress.NONE, NEVER).rows());
            print("counted", journal.count(byValue, Progress.NONE, NEVER));
            print("in the histogram", histogram(journal).total());
            print("by address", byAddress(journal));
            print("paged", paged(journal));
            print("as CSV", exported(journal, new ExportFormat.Csv(CsvOptions.EXACT), file));
            print("as JSON Lines", exported(journal, new ExportFormat.JsonLines(), file));
            print("as a slice", exported(journal, new ExportFormat.Slice(), file));
            print("compacted, and kept", compacted(journal));
        }
    }

    private static long scanned(JournalReader journal) {
        long[] count = new long[1];
        journal.scan(
                Filter.ALL,
                SeqRange.ALL,
                entry -> {
                    count[0]++;
                    return true;
                },
                NEVER);
        return count[0];
    }

    private static Histogram histogram(JournalReader journal) {
        return journal.histogram(Filter.ALL, journal.timeSpan().orElseThrow(), 1_000, Progress.NONE, NEVER);
    }

    private static long byAddress(JournalReader journal) {
        return journal.addresses(Progress.NONE, NEVER).stream()
                .mapToLong(AddressCount::entries)
                .sum();
    }

    /// Row by row in the window's pages, from the first to the last.
    private static long paged(JournalReader journal) {
        long rows = 0;
        long next = Long.MIN_VALUE;
        while (true) {
            List<Row> page = journal.page(PageRequest.forward(Filter.ALL, next, 4_096), NEVER);
            if (page.isEmpty()) {
                return rows;
            }
            rows += page.size();
            next = page.getLast().entry().seq() + 1;
        }
    }

    private static long compacted(JournalReader journal) {
        if (!(journal.compaction() instanceof CompactionAccess.Available access)) {
            throw new IllegalStateException("no compaction");
        }
        long half = journal.state().latestSeq() / 2 + 1;
        access.compactor().compact(new CompactionOrder(half, null, true, true), CompactionProgress.NONE, NEVER);
        return half - 1 + journal.count(Filter.ALL, Progress.NONE, NEVER);
    }

    private static long exported(JournalReader journal, ExportFormat format, Path file) {
        return new Exporter(new SqliteSlices())
                .export(
                        Selection.of(journal, Filter.ALL),
                        format,
                        file.resolveSibling("exported"),
                        Progress.NONE,
                        NEVER)
                .entries();
    }

    private static void print(String what, long number) {
        System.out.println(what + " " + number);
    }
}
