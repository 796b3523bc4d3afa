package clasp.journal.cli;

import java.nio.file.Path;
import java.util.List;

/// Starts the window.
@FunctionalInterface
public interface Window {
    /// Shows it on the files, on the demo without any, and returns when it was closed.
    /// @return exit status
    int open(List<Path> files);
}
