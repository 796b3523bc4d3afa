import com.palantir.javaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Formats every Java file below a folder, or only names those that need it and fails: `apply|check <folder>`.
///
/// The build runs it on the JDK that compiles the program: the formatter can only read the Java of the JDK it runs on,
/// and Maven itself may run on an older one. What it cannot read at all: `_` alone as a part of a record pattern
/// (write `var _`), module imports, and files without a class.
final class FormatSources {
    private FormatSources() {}

    static void main(String[] args) throws Exception {
        List<String> mode =
                args[0].equals("apply") ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed");
        PrintWriter messages = new PrintWriter(System.err, true);
        String[] arguments = Stream.of(List.of("--palantir"), mode, javaFilesBelow(Path.of(args[1])))
                .flatMap(List::stream)
                .toArray(String[]::new);
        int result = new Main(messages, messages, System.in).format(arguments);
        System.exit(result);
    }

    private static List<String> javaFilesBelow(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
