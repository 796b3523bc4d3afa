package clasp.journal.cli;

import clasp.journal.model.Param;
import clasp.journal.model.ParamJson;
import clasp.journal.recovery.ChangeKind;
import clasp.journal.recovery.ParamChange;
import clasp.journal.recovery.ParamDiff;
import clasp.journal.recovery.RecoveryRule;
import clasp.journal.recovery.StateReplay;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Not thread-safe.
@Command(
        name = "diff",
        description = "Prints the params that differ between the states of two journals, one JSON object a line.",
        footer = {
            "",
            "kind is added, removed, changed, retyped (1 became 1.0) or rewritten (another revision, writer or time)."
                    + " Both states are those that CLASP documents."
        })
final class DiffCommand implements Callable<Integer> {
    private final Tools tools;

    @Parameters(index = "0", paramLabel = "FILE1", description = "The journal to compare with.")
    @SuppressWarnings("NullAway.Init")
    private Path before;

    @Parameters(index = "1", paramLabel = "FILE2", description = "The journal to compare.")
    @SuppressWarnings("NullAway.Init")
    private Path after;

    @Option(names = "--at", paramLabel = "SEQ", description = "The states after this entry. Without: the newest.")
    private @Nullable Long at;

    @Option(
            names = "--tolerance",
            paramLabel = "NUMBER",
            defaultValue = "0",
            description = "Numbers no farther apart than this count as the same, also inside arrays and maps.")
    @SuppressWarnings("NullAway.Init")
    private BigDecimal tolerance;

    @Mixin
    private final LeftOption left = new LeftOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    private int status = ExitStatus.OK;

    DiffCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        if (tolerance.signum() < 0) {
            throw new ParameterException(command.commandLine(), "--tolerance must not be negative.");
        }
        List<Param> earlier = state(before);
        List<Param> later = state(after);
        ParamDiff diff = ParamDiff.between(earlier, later, tolerance, Cancellation.none());
        diff.changes().stream()
                .filter(change -> change.kind() != ChangeKind.UNCHANGED)
                .forEach(change -> tools.console().print(line(change)));
        int alike = diff.count(ChangeKind.UNCHANGED);
        int differing = diff.changes().size() - alike;
        tools.console()
                .say(Counted.of(differing, "param differs, ", "params differ, ")
                        + Counted.of(alike, "is alike.", "are alike."));
        return status;
    }

    private List<Param> state(Path file) {
        try (JournalReader journal = tools.open(new JournalToRead(file, left.isGiven()))) {
            CoverageWords words = CoverageWords.of(journal, RecoveryRule.DOCUMENTED, at == null ? Long.MAX_VALUE : at);
            words.unknown().ifPresent(reason -> {
                throw new FailedException(file + ": " + reason);
            });
            words.remarks(at).forEach(sentence -> tools.console().say(file + ": " + sentence));
            StateReplay replay = new StateReplay(journal);
            List<Param> params = tools.console()
                    .during(progress -> at == null
                            ? replay.latest(progress, Cancellation.none())
                            : replay.at(at, progress, Cancellation.none()))
                    .params();
            if (tools.statusAfterReadingPart(journal) != ExitStatus.OK
                    || words.coverage().beginning().isPresent()) {
                status = ExitStatus.FAILED;
            }
            return params;
        }
    }

    private static String line(ParamChange change) {
        return "{\"kind\":\"" + change.kind().name().toLowerCase(Locale.ROOT) + "\",\"address\":"
                + JsonStrings.quoted(change.address()) + ",\"before\":"
                + change.earlier().map(ParamJson::write).orElse("null") + ",\"after\":"
                + change.later().map(ParamJson::write).orElse("null") + "}";
    }
}
