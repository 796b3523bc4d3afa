package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.cli.Cli;
import clasp.journal.cli.Console;
import clasp.journal.cli.Tools;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The journal of a simulated show, in a file.
final class GeneratedJournal {
    private GeneratedJournal() {}

    static Path in(Path file, int entries) {
        return in(file, entries, 1);
    }

    static Path in(Path file, int entries, int seed) {
        return generate(file, "--entries", "" + entries, "--seed", "" + seed);
    }

    /// The one of the guide's page on recovery: a single entry, 124, that clasp-router rejects.
    static Path example(Path file) {
        return generate(file, "--example");
    }

    private static Path generate(Path file, String... options) {
        var out = new ByteArrayOutputStream();
        List<String> line = new ArrayList<>(List.of("generate", file.toString()));
        line.addAll(List.of(options));
        int status =
                new Cli(Tools.of(new Console(new ByteArrayInputStream(new byte[0]), out, out), files -> 1)).run(line);
        assertThat(status).as(out.toString(StandardCharsets.UTF_8)).isZero();
        return file;
    }
}
