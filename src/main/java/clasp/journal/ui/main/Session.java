package clasp.journal.ui.main;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is open in the window, as remembered for the next start. Immutable.
///
/// @param journals in the order of their tabs
/// @param front the place in that list of the one in front
/// @param ended whether the program ended as it should
record Session(List<Open> journals, int front, boolean ended) {
    static final Session NONE = new Session(List.of(), 0, true);

    Session {
        journals = journals == null ? List.of() : List.copyOf(journals);
    }

    /// An open journal file.
    ///
    /// @param state null when nobody has been anywhere in it yet
    record Open(String file, @Nullable ViewState state) {}

    Session whole() {
        return new Session(journals, front, true);
    }
}
