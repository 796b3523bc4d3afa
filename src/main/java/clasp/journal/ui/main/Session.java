package clasp.journal.ui.main;

import clasp.journal.ui.sources.RelayChoice;
import clasp.journal.ui.sources.RelayPart;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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

    /// An open journal: a file or a relay.
    ///
    /// @param file null for a relay
    /// @param state null when nobody has been anywhere in it yet
    /// @param relay null for a file
    record Open(
            @Nullable String file,
            @Nullable ViewState state,
            @Nullable OpenRelay relay) {}

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

    Session whole() {
        return new Session(journals, front, true);
    }
}
