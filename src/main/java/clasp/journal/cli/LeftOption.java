package clasp.journal.cli;

import picocli.CommandLine.Option;

/// Whether what is left of a damaged journal is wanted. Filled by the command line; not thread-safe.
final class LeftOption {
    static final String NAME = "--what-is-left";

    @Option(
            names = NAME,
            description = "Of a damaged file: read all that can still be read, gathered into a private copy first.")
    private boolean given;

    boolean isGiven() {
        return given;
    }
}
