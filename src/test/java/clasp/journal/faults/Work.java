package clasp.journal.faults;

import clasp.journal.export.CsvOptions;
import clasp.journal.export.ExportFormat;
import clasp.journal.export.Exporter;
import clasp.journal.model.Param;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.Selection;
import clasp.journal.store.sqlite.SqliteSlices;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// What the program does in these trials, once. Stateless.
final class Work {
    private Work() {}

    static List<Param> params() {
        return IntStream.range(0, 2_000)
                .mapToObj(i -> new Param("/a/" + i, "1", 1, "w", 1))
                .toList();
    }

    /// To `backup.db` and half of the entries.
    static void compact(Path file) {
        try (JournalReader journal = Originals.open(file)) {
            switch (journal.compaction()) {
                case CompactionAccess.Available(var compactor) ->
                    compactor.compact(
                            new CompactionOrder(Faults.ENTRIES / 2, file.resolveSibling("backup.db"), true, true, true),
                            CompactionProgress.NONE,
                            Cancellation.none());
                case CompactionAccess.OnlyRestore(String reason, var _) -> throw new JournalException(reason);
                case CompactionAccess.Unavailable(String reason) -> throw new JournalException(reason);
            }
        }
    }

    /// To `export.csv` in the folder.
    static void export(Path file, Path folder) {
        try (JournalReader journal = Originals.open(file)) {
            export(journal, folder);
        }
    }

    static void export(JournalReader journal, Path folder) {
        new Exporter(new SqliteSlices())
                .export(
                        Selection.of(journal, Filter.ALL),
                        new ExportFormat.Csv(CsvOptions.EXACT),
                        folder.resolve("export.csv"),
                        Progress.NONE,
                        Cancellation.none());
    }
}
