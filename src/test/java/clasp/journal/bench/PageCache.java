package clasp.journal.bench;

import java.io.IOException;
import java.nio.file.Path;

/// The operating system's cache of files. Stateless.
final class PageCache {
    private PageCache() {}

    /// Drops what it holds of the file; needs no rights but to write to it.
    static void drop(Path file) throws IOException, InterruptedException {
        run("dd", "if=" + file, "iflag=nocache", "count=0", "status=none");
    }

    /// Reads the file once.
    static void fill(Path file) throws IOException, InterruptedException {
        run("dd", "if=" + file, "of=/dev/null", "bs=1M", "status=none");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }
}
