package clasp.journal.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Not thread-safe.
@Command(name = "open", description = "Opens the window on the files.")
final class OpenCommand implements Callable<Integer> {
    private final Tools tools;

    @Parameters(paramLabel = "FILE", description = "Journals. Without: what was open last, or the demo.")
    private List<Path> files = List.of();

    OpenCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        return tools.window().open(files);
    }
}
