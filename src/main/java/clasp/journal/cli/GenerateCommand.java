package clasp.journal.cli;

import clasp.journal.demo.ShowPlan;
import clasp.journal.demo.ShowSimulator;
import clasp.journal.export.NewFile;
import clasp.journal.store.Cancellation;
import clasp.journal.store.sqlite.SqliteBulkWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
    private static final int MAX_SNAPSHOT_ADDRESSES = 100_000;

    private final Tools tools;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "The new journal.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--entries", paramLabel = "N", required = true, description = "How many entries.")
    private long entries;

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
        ShowPlan plan = plan();
        if (!force && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FailedException("There is already a file " + file + ". Use --force to replace it.");
        }
        try (NewFile target = new NewFile(file)) {
            write(plan, target.temporary());
            long bytes = target.commit();
            tools.console().say("Wrote " + entries + " entries, " + bytes + " bytes, to " + file + ".");
        }
        return ExitStatus.OK;
    }

    private void write(ShowPlan plan, Path temporary) {
        ShowSimulator show = new ShowSimulator(plan);
        long quarter = addresses > MAX_SNAPSHOT_ADDRESSES ? Long.MAX_VALUE : Math.max(1, entries / 4);
        try (SqliteBulkWriter writer = SqliteBulkWriter.create(temporary)) {
            for (long written = 1; written <= entries; written++) {
                writer.append(show.next());
                if (written % quarter == 0 && written / quarter <= 3) {
                    writer.snapshot(show.currentParams(), show.nowMicros());
                }
            }
            writer.finish(Cancellation.none());
        }
    }

    private ShowPlan plan() {
        if (entries < 0) {
            throw new ParameterException(command.commandLine(), "--entries must not be negative.");
        }
        try {
            return new ShowPlan(seed, addresses, ShowPlan.USUAL_START_MICROS);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
