package clasp.journal.cli;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The journal that a command reads. Filled by the command line; not thread-safe.
final class JournalArgument {
    @Parameters(paramLabel = "FILE", description = "The journal.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Mixin
    private final LeftOption left = new LeftOption();

    JournalToRead journal() {
        return new JournalToRead(file, left.isGiven());
    }

    Path file() {
        return file;
    }
}
