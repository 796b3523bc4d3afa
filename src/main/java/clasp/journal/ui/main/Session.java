package clasp.journal.ui.main;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is open in the window, as remembered for the next start. Immutable.
///
/// @param journals in the order of their tabs
/// @param front the place in that list of the one in front
/// @param ended whether the program ended as it should
record Session(List<Open> journals, int front, boolean ended) {
    private static final int MOST_NAMES = 3;

    static final Session NONE = new Session(List.of(), 0, true);

    /// A settings file can lack anything, and hold names that are none.
    Session {
        journals = journals == null
                ? List.of()
                : journals.stream().filter(Session::isFile).toList();
    }

    private static boolean isFile(@Nullable Open journal) {
        try {
            return journal != null
                    && Objects.requireNonNullElse(journal.file, "").length() > 0
                    && Path.of(journal.file).getFileName() != null;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /// An open journal file.
    ///
    /// @param state null when nobody has been anywhere in it yet
    record Open(String file, @Nullable ViewState state) {}

    /// The first few files, for a sentence.
    String names() {
        String some = journals.stream()
                .limit(MOST_NAMES)
                .map(journal -> String.valueOf(Path.of(journal.file).getFileName()))
                .collect(Collectors.joining(", "));
        return journals.size() > MOST_NAMES ? some + " …" : some;
    }

    Session whole() {
        return new Session(journals, front, true);
    }
}
