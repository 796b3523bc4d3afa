package clasp.journal.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The journal that a command reads. Filled by the command line; not thread-safe.
final class JournalArgument {
    static final String WHAT_IS_LEFT = "--what-is-left";

    @Parameters(paramLabel = "FILE", description = "The journal.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = WHAT_IS_LEFT,
            description = "Of a damaged file: read all that can still be read, gathered into a private copy first.")
    private boolean left;

    JournalToRead journal() {
        return new JournalToRead(file, left);
    }

    Path file() {
        return file;
    }
}
