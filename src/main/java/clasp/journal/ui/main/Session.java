package clasp.journal.ui.main;

import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.sources.RelayChoice;
import clasp.journal.ui.sources.RelayPart;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
                : journals.stream()
                        .filter(journal -> isRelay(journal) || isFile(journal))
                        .toList();
    }

    private static boolean isRelay(@Nullable Open journal) {
        return journal != null
                && journal.relay != null
                && Objects.requireNonNullElse(journal.relay.url, "").length() > 0;
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

    /// An open journal: a file or a relay.
    ///
    /// @param file null for a relay
    /// @param state null when nobody has been anywhere in it yet
    /// @param relay null for a file
    record Open(
            @Nullable String file,
            @Nullable ViewState state,
            @Nullable OpenRelay relay) {
        String name() {
            return file != null ? String.valueOf(Path.of(file).getFileName()) : relay == null ? "" : relay.url();
        }
    }

    /// A relay that was connected to.
    ///
    /// @param lastSeconds null for its whole journal
    record OpenRelay(
            String url,
            String pattern,
            List<String> types,
            @Nullable Long lastSeconds) {
        static OpenRelay of(RelayChoice choice) {
            RelayPart part = choice.part();
            Duration last = part.last();
            return new OpenRelay(
                    choice.url(),
                    part.pattern(),
                    part.types().stream().sorted().toList(),
                    last == null ? null : last.toSeconds());
        }

        RelayChoice choice() {
            return new RelayChoice(
                    url,
                    new RelayPart(
                            pattern == null ? "" : pattern,
                            types == null ? Set.of() : Set.copyOf(types),
                            lastSeconds == null ? null : Duration.ofSeconds(lastSeconds)));
        }
    }

    /// The first few of them, for a sentence.
    String names() {
        String some = journals.stream().limit(MOST_NAMES).map(Open::name).collect(Collectors.joining(", "));
        int more = journals.size() - MOST_NAMES;
        return more > 0 ? Texts.text("main.session.more", some, more) : some;
    }

    Session whole() {
        return new Session(journals, front, true);
    }
}
