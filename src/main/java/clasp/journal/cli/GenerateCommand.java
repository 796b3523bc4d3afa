package clasp.journal.cli;

import clasp.journal.demo.RecoveryExample;
import clasp.journal.demo.ShowPlan;
import clasp.journal.demo.ShowSimulator;
import clasp.journal.export.NewFile;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteBulkWriter;
import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Not thread-safe.
@Command(
        name = "generate",
        description = "Writes the journal of a simulated show, for tests and benchmarks.",
        footer = {
            "",
            "Equal options give equal entries. Three snapshots are taken, after each quarter of the entries, unless"
                    + " there are more than 100,000 addresses."
        })
final class GenerateCommand implements Callable<Integer> {
    private static final int ENTRIES_PER_REPORT = 1 << 14;
    private static final int MAX_SNAPSHOT_ADDRESSES = 100_000;

    private final Tools tools;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "The new journal.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--entries", paramLabel = "N", description = "How many entries.")
    private @Nullable Long entries;

    @Option(
            names = "--example",
            description = "Instead of a show, the small journal of the guide's page on recovery: a snapshot, a"
                    + " compaction, and one more SET.")
    private boolean example;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Another seed gives another show.")
    private long seed;

    @Option(
            names = "--addresses",
            paramLabel = "N",
            defaultValue = "" + ShowPlan.USUAL_ADDRESSES,
            description = "How many addresses the show has. Without: ${DEFAULT-VALUE}.")
    private int addresses;

    @Option(names = "--force", description = "Replace the file if it exists.")
    private boolean force;

    GenerateCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        Content content = content();
        if (!force && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FailedException("There is already a file " + file + ". Use --force to replace it.");
        }
        try (NewFile target = new NewFile(file)) {
            long written = tools.console().during(progress -> content.write(target.temporary(), progress));
            long bytes = target.commit();
            tools.console().say("Wrote " + Counted.entries(written) + ", " + bytes + " bytes, to " + file + ".");
        }
        return ExitStatus.OK;
    }

    /// What is written.
    @FunctionalInterface
    private interface Content {
        /// @return how many entries are in the file then
        long write(Path temporary, Progress progress);
    }

    private Content content() {
        Long wanted = entries;
        if (example) {
            if (wanted != null) {
                throw new ParameterException(
                        command.commandLine(), "--example is always the same: it takes no --entries.");
            }
            return (temporary, progress) -> writeExample(temporary);
        }
        if (wanted == null) {
            throw new ParameterException(command.commandLine(), "Missing required option: '--entries=N'");
        }
        ShowPlan plan = plan(wanted);
        return (temporary, progress) -> {
            writeShow(plan, wanted, temporary, progress);
            return wanted;
        };
    }

    private static long writeExample(Path temporary) {
        try {
            // It is there already, empty; a journal is only made where nothing is.
            Files.delete(temporary);
        } catch (IOException e) {
            throw new FailedException("The example could not be written: " + e.getMessage());
        }
        try (SqliteJournal journal = new SqliteJournals().create(temporary, null)) {
            RecoveryExample.write(journal);
            return journal.len();
        }
    }

    private void writeShow(ShowPlan plan, long count, Path temporary, Progress progress) {
        ShowSimulator show = new ShowSimulator(plan);
        long quarter = addresses > MAX_SNAPSHOT_ADDRESSES ? Long.MAX_VALUE : Math.max(1, count / 4);
        try (SqliteBulkWriter writer = SqliteBulkWriter.create(temporary)) {
            for (long written = 1; written <= count; written++) {
                writer.append(show.next());
                if (written % ENTRIES_PER_REPORT == 0) {
                    progress.report(written, count);
                }
                if (written % quarter == 0 && written / quarter <= 3) {
                    writer.snapshot(show.currentParams(), show.nowMicros());
                }
            }
            writer.finish(Cancellation.none());
        }
    }

    private ShowPlan plan(long count) {
        if (count < 0) {
            throw new ParameterException(command.commandLine(), "--entries must not be negative.");
        }
        try {
            return new ShowPlan(seed, addresses, ShowPlan.USUAL_START_MICROS);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
