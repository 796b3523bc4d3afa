package clasp.journal.cli;

import clasp.journal.store.DamagedException;
import clasp.journal.store.JournalException;
import clasp.journal.store.MissingEntriesException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line: finds the command, runs it, and turns whatever happens into one sentence and an exit status.
/// Not thread-safe.
public final class Cli {
    private static final String NAME = "clasp-journal-browser";
    private static final Set<String> COMMANDS = Set.of(
            "query",
            "count",
            "snapshots",
            "recover",
            "problems",
            "diff",
            "compact",
            "verify",
            "glob",
            "frames",
            "generate",
            "serve",
            "record",
            "open",
            "help");
    private static final Set<String> GENERAL = Set.of("--help", "-h", "--version", "-V");

    /// The names of all commands.
    public static Set<String> commands() {
        return COMMANDS;
    }

    private final Tools tools;
    private final CommandLine commandLine;

    public Cli(Tools tools) {
        this.tools = tools;
        commandLine = new CommandLine(new Program());
        for (Object command : commands(tools)) {
            commandLine.addSubcommand(command);
        }
        commandLine.addSubcommand(new HelpCommand());
        commandLine
                .getSubcommands()
                .values()
                .forEach(sub -> sub.getCommandSpec().mixinStandardHelpOptions(true));
        commandLine.registerConverter(Path.class, new FileName());
        commandLine.registerConverter(Long.class, new WholeNumber());
        commandLine.registerConverter(long.class, new WholeNumber());
        commandLine.setOut(new PrintWriter(tools.console().out(), true, StandardCharsets.UTF_8));
        commandLine.setErr(tools.console().err());
        commandLine.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        commandLine.setUsageHelpWidth(100);
        commandLine.setParameterExceptionHandler((wrong, args) -> usage(wrong));
        commandLine.setExecutionExceptionHandler((failure, command, result) -> {
            int status = failed(failure);
            hint(failure, command);
            return status;
        });
    }

    /// Whether the arguments are for the command line rather than files for the window.
    public static boolean concerns(List<String> arguments) {
        return !arguments.isEmpty()
                && (COMMANDS.contains(arguments.getFirst()) || GENERAL.contains(arguments.getFirst()));
    }

    /// Runs one command.
    /// @return its exit status
    public int run(List<String> arguments) {
        int status = execute(arguments);
        try {
            tools.console().out().flush();
        } catch (IOException e) {
            // After another failure there is nothing more to say.
            return status == ExitStatus.OK ? failed(new OutputException(e)) : status;
        }
        return status;
    }

    private int execute(List<String> arguments) {
        try {
            return commandLine.execute(arguments.toArray(String[]::new));
        } catch (OutOfMemoryError e) {
            tools.console().say("There is not enough memory for this. Give Java more of it, as in java -Xmx4g.");
            return ExitStatus.FAILED;
        }
    }

    private static List<Object> commands(Tools tools) {
        return List.of(
                new QueryCommand(tools),
                new CountCommand(tools),
                new SnapshotsCommand(tools),
                new RecoverCommand(tools),
                new ProblemsCommand(tools),
                new DiffCommand(tools),
                new CompactCommand(tools),
                new VerifyCommand(tools),
                new GlobCommand(tools),
                new FramesCommand(tools),
                new GenerateCommand(tools),
                new ServeCommand(tools),
                new RecordCommand(tools),
                new OpenCommand(tools));
    }

    private int usage(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        tools.console().say(sentence(mistake(wrong)));
        tools.console().say("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitStatus.USAGE;
    }

    private static @Nullable String mistake(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().getFirst();
            return first.startsWith("-")
                    ? "There is no option '" + first + "'"
                    : "'" + first + "' is one word too many";
        }
        return wrong.getMessage() == null ? null : wrong.getMessage().replaceFirst("^Error: ", "");
    }

    private int failed(Exception failure) {
        switch (failure) {
            case OutputException output
            when output.nobodyReads() -> {
                return ExitStatus.OK;
            }
            case OutputException _, FailedException _, JournalException _ ->
                tools.console().say(sentence(failure.getMessage()));
            default ->
                tools.console()
                        .say("Something went wrong inside of the program: " + failure
                                + ". Please report it, with what you did.");
        }
        return ExitStatus.FAILED;
    }

    private void hint(Exception failure, CommandLine command) {
        boolean damage = failure instanceof DamagedException || failure instanceof MissingEntriesException;
        OptionSpec left = damage ? command.getCommandSpec().findOption(LeftOption.NAME) : null;
        if (left != null && !left.<Boolean>getValue()) {
            tools.console()
                    .say("With " + LeftOption.NAME + ", '" + command.getCommandName()
                            + "' reads all that can still be read of the file.");
        }
    }

    private static String sentence(@Nullable String message) {
        if (message == null) {
            return "It failed without saying why.";
        }
        return message.endsWith(".") || message.endsWith("!") || message.endsWith("?") ? message : message + ".";
    }

    @Command(
            name = NAME,
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Browses the journals of CLASP routers: opens the window, or works without it.",
            customSynopsis = {
                NAME + " [--new-window] [FILE...]",
                "       " + NAME + " COMMAND ...",
                "       " + NAME + " --screenshot OUT.png [FILE] [--dark]"
            },
            footer = {
                "",
                "Without a command, files are opened in the window that is there, or in a new one;",
                "without files, what was open last, or else the built-in demo.",
                "--new-window always makes a new one.",
                "--screenshot draws the window into a file instead, without any display.",
                "COMMAND --help says more about a command.",
                "Exit status: 0 done, 1 failed, 2 wrong usage."
            })
    private static final class Program {}

    /// The version from the jar's manifest.
    private static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Cli.class.getPackage().getImplementationVersion();
            return new String[] {"Clasp Journal Browser " + (version == null ? "(development)" : version)};
        }
    }
}
