package clasp.journal.bench;

import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournals;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures the program on large journals and prints a table in Markdown; the performance page says how to
/// start it. Used by one thread.
@Command(name = "bench", mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {
    /// The parts of a run.
    enum Part {
        window,
        tabs,
        pages,
        rare,
        counts,
        stream,
        recovery,
        append,
        compact,
        cold,
        live,
        router,
        state,
        record
    }

    @Option(names = "--data", description = "Where the journals are kept. Without: ${DEFAULT-VALUE}.")
    private Path data = Path.of("target", "bench-data");

    @Option(names = "--entries", description = "How many entries they have. Without: ${DEFAULT-VALUE}.")
    private long entries = 10_000_000;

    @Option(names = "--only", split = ",", description = "Parts, of: ${COMPLETION-CANDIDATES}. Without: all.")
    private List<Part> only = List.of(Part.values());

    @Option(names = "--few-addresses", description = "Leave out the journal with a million addresses.")
    private boolean fewAddresses;

    @Option(names = "--record-seconds", description = "How long is recorded. Without: ${DEFAULT-VALUE}.")
    private int recordSeconds = 60;

    private final PrintStream log = System.err;
    private final Report report = new Report(log);

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(data);
        if (only.stream().anyMatch(part -> part != Part.router && part != Part.state && part != Part.record)) {
            for (Path file : kinds().values()) {
                PageCache.fill(file);
            }
        }
        log.println(Peers.SHELL + " " + Peers.shellVersion());
        for (Part part : only) {
            log.println("-- " + part);
            switch (part) {
                case window -> WindowRows.measure(this);
                case tabs -> WindowRows.tabs(this);
                case pages -> PageRows.measure(this);
                case rare -> RareRows.measure(this);
                case counts -> CountRows.measure(this);
                case stream -> StreamRows.measure(this);
                case recovery -> RecoveryRows.measure(this);
                case append -> AppendRows.measure(this);
                case compact -> CompactionRows.measure(this);
                case cold -> ConditionRows.cold(this);
                case live -> ConditionRows.live(this);
                case router -> RouterRows.measure(this);
                case state -> HoldUpRows.measure(this);
                case record -> RecordRows.measure(this, recordSeconds);
            }
        }
        report.heapInUse();
        System.out.println(report.markdown());
        return 0;
    }

    BenchFiles files() {
        return new BenchFiles(data, entries);
    }

    /// The kinds of journals, by what is said in front of their rows.
    Map<String, Path> kinds() {
        Map<String, Path> files = new LinkedHashMap<>();
        files.put("", files().usual());
        if (!fewAddresses) {
            files.put("many addresses: ", files().manyAddresses());
        }
        return files;
    }

    Report report() {
        return report;
    }

    PrintStream log() {
        return log;
    }

    JournalReader open(Path file) {
        return new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
    }
}
