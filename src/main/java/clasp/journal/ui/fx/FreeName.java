package clasp.journal.ui.fx;

import java.nio.file.Files;
import java.nio.file.Path;

/// Names for files that are not there yet. Stateless; looks at the folder.
final class FreeName {
    private static final int MOST_TRIED = 1_000;

    private FreeName() {}

    /// The name, or with a number before its ending: `session.db`, `session-2.db`.
    static String in(Path folder, String name) {
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String ending = dot > 0 ? name.substring(dot) : "";
        String free = name;
        for (int number = 2; number <= MOST_TRIED && Files.exists(folder.resolve(free)); number++) {
            free = stem + "-" + number + ending;
        }
        return free;
    }
}
