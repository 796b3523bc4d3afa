package clasp.journal.cli;

import java.util.List;

/// The commands as a process of their own, for tests that need one.
final class CommandProcess {
    private CommandProcess() {}

    public static void main(String[] arguments) {
        Tools tools = Tools.of(Console.ofProcess(), files -> ExitStatus.FAILED);
        System.exit(new Cli(tools).run(List.of(arguments)));
    }
}
