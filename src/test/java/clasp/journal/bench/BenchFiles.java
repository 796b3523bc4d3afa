package clasp.journal.bench;

import clasp.journal.cli.Cli;
import clasp.journal.cli.Console;
import clasp.journal.cli.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The journals to measure on, made by the `generate` command when they are not there. Used by one thread.
///
/// @param folder where they are kept between runs
record BenchFiles(Path folder, long entries) {
    private static final int MANY = 1_000_000;

    /// About 1,350 addresses.
    Path usual() {
        return made("usual-" + entries + ".db", List.of());
    }

    /// As many addresses as a journal of this size can well have, at most a million.
    Path manyAddresses() {
        long addresses = Math.min(MANY, entries / 10);
        return made("many-" + entries + ".db", List.of("--addresses", Long.toString(addresses)));
    }

    /// A file of that name in the folder, which is not there yet.
    Path fresh(String name) throws IOException {
        Path file = folder.resolve(name);
        for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(file.resolveSibling(name + suffix));
        }
        return file;
    }

    Path copyOf(Path file, String name) throws IOException {
        return Files.copy(file, fresh(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path made(String name, List<String> options) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            var arguments = new java.util.ArrayList<>(List.of("generate", "--entries", Long.toString(entries)));
            arguments.addAll(options);
            arguments.add(file.toString());
            int status = new Cli(Tools.of(Console.ofProcess(), files -> 0)).run(arguments);
            if (status != 0) {
                throw new IllegalStateException("generate failed");
            }
        }
        return file;
    }
}
