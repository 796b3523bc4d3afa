package clasp.journal.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How another process of this Java is started on these classes. Stateless.
public final class JavaCommand {
    private JavaCommand() {}

    public static List<String> of(Class<?> program, List<String> options, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(program.getName());
        command.addAll(List.of(words));
        return command;
    }
}
