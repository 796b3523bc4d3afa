package clasp.journal.ui.main;

import clasp.journal.ui.fx.Texts;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is open in all windows, as remembered for the next start. Immutable.
///
/// @param windows as they lie over each other, the one that had the keyboard last first; those without a journal that
///     can be opened again are left out
/// @param ended whether the program ended as it should
public record Session(List<OpenTabs> windows, boolean ended) {
    private static final int MOST_NAMES = 3;

    /// More would not be seen beside each other.
    private static final int MOST_WINDOWS = 20;

    static final Session NONE = new Session(List.of(), true);

    /// A settings file can lack anything.
    public Session {
        windows = windows == null
                ? List.of()
                : windows.stream()
                        .filter(window -> Objects.requireNonNullElse(window, OpenTabs.NONE)
                                        .journals()
                                        .size()
                                > 0)
                        .limit(MOST_WINDOWS)
                        .toList();
    }

    /// How many journals are open.
    int size() {
        return Math.toIntExact(journals().count());
    }

    /// The first few of the journals, for a sentence.
    String names() {
        String some = journals().limit(MOST_NAMES).map(OpenTabs.Open::name).collect(Collectors.joining(", "));
        int more = size() - MOST_NAMES;
        return more > 0 ? Texts.text("main.session.more", some, more) : some;
    }

    private Stream<OpenTabs.Open> journals() {
        return windows.stream().flatMap(window -> window.journals().stream());
    }

    Session whole() {
        return new Session(windows, true);
    }
}
