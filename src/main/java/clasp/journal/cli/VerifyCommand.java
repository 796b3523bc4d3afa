package clasp.journal.cli;

import clasp.journal.model.Hmacs;
import clasp.journal.store.Cancellation;
import clasp.journal.store.HmacReport;
import clasp.journal.store.JournalReader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Not thread-safe.
@Command(
        name = "verify",
        description = "Prints the seq of each entry whose HMAC is wrong; exit status 1 when there is any.")
final class VerifyCommand implements Callable<Integer> {
    /// Said with every result, so that nobody takes it for more than it is.
    static final String MEANING = "An HMAC covers address, value and timestamp together; it proves nothing about seq,"
            + " author, signal type, revision, message type, deleted entries, or where the address ends and the value"
            + " begins.";

    private final Tools tools;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Mixin
    private final JournalArgument argument = new JournalArgument();

    @Option(names = "--hmac-key", paramLabel = "HEX", required = true, description = "The key, 64 hexadecimal digits.")
    @SuppressWarnings("NullAway.Init")
    private String key;

    VerifyCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        Hmacs hmacs = hmacs();
        HmacReport result;
        int status;
        // Opened as well, to say what is to be known of the file: entries that are lost cannot be wrong.
        try (JournalReader journal = tools.open(argument.journal())) {
            result = tools.console()
                    .during(progress -> tools.hmacs()
                            .check(
                                    argument.journal(),
                                    hmacs,
                                    seq -> tools.console().print(Long.toString(seq)),
                                    progress,
                                    Cancellation.none()));
            status = tools.statusAfterReading(journal);
        }
        result.unchecked().ifPresent(tools.console()::say);
        tools.console()
                .say(Counted.of(result.good(), "entry has", "entries have") + " a right HMAC, " + result.bad()
                        + " a wrong one, " + result.without() + " none. " + MEANING);
        return result.bad() == 0 && result.unchecked().isEmpty() ? status : ExitStatus.FAILED;
    }

    private Hmacs hmacs() {
        try {
            return Hmacs.withKey(key);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
