package clasp.journal.ui.main;

import clasp.journal.ui.sources.RelayChoice;
import clasp.journal.ui.sources.RelayPart;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is open in a window, as remembered for the next start. Immutable.
///
/// @param journals in the order of their tabs
/// @param front the place in that list of the one in front
/// @param place where the window stands; null for wherever
public record OpenTabs(
        List<Open> journals, int front, @Nullable WindowPlace place) {
    static final OpenTabs NONE = new OpenTabs(List.of(), 0, null);

    /// A settings file can lack anything, and hold names that are none.
    public OpenTabs {
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
        /// Some fifty years; what began before is all there is.
        private static final long MOST_SECONDS = 50L * 365 * 86_400;

        /// A settings file can lack anything, and hold numbers that are none of a relay.
        OpenRelay {
            types = types == null
                    ? List.of()
                    : types.stream().filter(Objects::nonNull).toList();
            lastSeconds = lastSeconds == null || lastSeconds < 1 || lastSeconds > MOST_SECONDS ? null : lastSeconds;
        }

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
                            Set.copyOf(types),
                            lastSeconds == null ? null : Duration.ofSeconds(lastSeconds)));
        }
    }

    OpenTabs at(@Nullable WindowPlace where) {
        return new OpenTabs(journals, front, where);
    }
}
