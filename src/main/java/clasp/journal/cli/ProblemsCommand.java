package clasp.journal.cli;

import clasp.journal.model.Hmacs;
import clasp.journal.recovery.HmacProblems;
import clasp.journal.recovery.Problem;
import clasp.journal.recovery.ProblemLines;
import clasp.journal.recovery.ProblemOrder;
import clasp.journal.recovery.ProblemPage;
import clasp.journal.recovery.Severity;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Not thread-safe.
@Command(
        name = "problems",
        description = "Prints what is wrong with a journal, where, and what to do; exit status 1 when any is an error.",
        footer = {"", "html is one page that needs nothing else: a report to keep. HMACs are checked only with a key."})
final class ProblemsCommand implements Callable<Integer> {
    /// What problems are printed as.
    enum Format {
        text,
        jsonl,
        html
    }

    private final Tools tools;
    private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Mixin
    private final JournalArgument argument = new JournalArgument();

    @Option(
            names = "--format",
            paramLabel = "text|jsonl|html",
            defaultValue = "text",
            description = "One of: ${COMPLETION-CANDIDATES}. Without: text.")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(names = "--hmac-key", paramLabel = "HEX", description = "Check HMACs too: 64 hexadecimal digits.")
    private @Nullable String key;

    ProblemsCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        Hmacs hmacs = key == null ? null : hmacs(key);
        boolean incomplete;
        try (JournalReader journal = tools.open(argument.journal())) {
            incomplete = journal.info().incomplete();
            ProblemLines lines = switch (format) {
                case text -> new ProblemLines.Text();
                case jsonl -> new ProblemLines.JsonLines();
                case html -> new ProblemPage(String.valueOf(argument.file().getFileName()), journal.state());
            };
            lines.begin().forEach(tools.console()::print);
            var found = new ProblemOrder(problem -> print(lines, problem));
            try {
                tools.findProblems(journal, found);
                if (hmacs != null) {
                    HmacProblems.run(
                            journal,
                            found,
                            Cancellation.none(),
                            wrong -> Optional.of(tools.console()
                                    .during(progress -> tools.hmacs()
                                            .check(argument.journal(), hmacs, wrong, progress, Cancellation.none()))));
                }
            } finally {
                found.end();
                lines.end().forEach(tools.console()::print);
            }
        }
        tools.console().say(summary());
        return count(Severity.ERROR) == 0 && !incomplete ? ExitStatus.OK : ExitStatus.FAILED;
    }

    private String summary() {
        return Counted.of(count(Severity.ERROR), "error, ", "errors, ")
                + Counted.of(count(Severity.WARNING), "warning, ", "warnings, ")
                + Counted.of(count(Severity.INFO), "note.", "notes.");
    }

    private void print(ProblemLines lines, Problem problem) {
        counts.merge(problem.severity(), 1L, Long::sum);
        tools.console().print(lines.line(problem));
    }

    private long count(Severity severity) {
        return counts.getOrDefault(severity, 0L);
    }

    private Hmacs hmacs(String hexKey) {
        try {
            return Hmacs.withKey(hexKey);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
