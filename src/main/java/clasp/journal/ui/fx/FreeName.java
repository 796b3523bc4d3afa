package clasp.journal.ui.fx;

import clasp.journal.store.SiblingName;
import java.nio.file.Files;
import java.nio.file.Path;

/// Names for files that are not there yet. Stateless; looks at the folder.
final class FreeName {
    private static final int MOST_TRIED = 1_000;

    private FreeName() {}

    /// The name, or with a number before its ending: `session.db`, `session-2.db`.
    static String in(Path folder, String name) {
        Path wanted = folder.resolve(name);
        Path free = wanted;
        for (int number = 2; number <= MOST_TRIED && Files.exists(free); number++) {
            free = SiblingName.of(wanted, "-" + number);
        }
        return free.getFileName().toString();
    }
}
