package clasp.journal.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How another process of this Java is started on these classes. Stateless.
public final class JavaCommand {
    /// Where such processes put the library of SQLite. One that is killed leaves it there with a lock file beside it,
    /// and then no later process removes it either.
    private static final Path LIBRARIES = libraries();

    private JavaCommand() {}

    private static Path libraries() {
        try {
            Path folder = Files.createTempDirectory("clasp-journal-test-libraries-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            for (Path each : left) {
                Files.deleteIfExists(each);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            System.err.println("Libraries of killed processes stay in " + folder + ": " + e);
        }
    }

    /// Without the second compiler, as what it does in a test is soon done; the options can say otherwise.
    public static List<String> of(Class<?> program, List<String> options, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.sqlite.tmpdir=" + LIBRARIES,
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(program.getName());
        command.addAll(List.of(words));
        return command;
    }
}
