package clasp.journal.cli;

import java.io.IOException;
import java.util.Locale;

/// Standard output took no more.
final class OutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean nobodyReads;

    OutputException(IOException cause) {
        super("Cannot write to standard output: " + cause.getMessage() + ".", cause);
        nobodyReads = isBrokenPipe(cause);
    }

    /// Whether only the reader has gone, as `head` does when it has enough: no reason to complain.
    boolean nobodyReads() {
        return nobodyReads;
    }

    private static boolean isBrokenPipe(IOException cause) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("broken pipe") || message.contains("pipe is being closed");
    }
}
