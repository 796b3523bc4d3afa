package clasp.journal.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The journals and tables that CLASP itself wrote, in `../shared/journals` beside the project. Read them only; copy a
/// journal before opening it. Thread-safe.
public final class SharedJournals {
    private static final Path FOLDER = Path.of("..", "shared", "journals");

    private SharedJournals() {}

    /// The file, or folder, of this name. Without it a test fails on the build server and is left out elsewhere.
    public static Path file(String name) {
        Path file = FOLDER.resolve(name);
        boolean there = Files.exists(file);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there)
                    .as("%s is there", file.toAbsolutePath().normalize())
                    .isTrue();
        }
        assumeTrue(there, () -> "left out: no " + file + " beside the project");
        return file;
    }

    /// A copy of the file that may be opened.
    public static Path copy(String name, Path folder) {
        Path file = file(name);
        try {
            return Files.copy(file, folder.resolve(file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
