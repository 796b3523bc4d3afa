package clasp.journal.ui.lifelines;

import java.util.List;
import java.util.Objects;

/// What the user made of the lifelines. Immutable.
///
/// @param plotted the addresses that are laid over each other
/// @param oneScale whether the numbers of all rows are drawn by one scale
public record LifelinesPlace(List<String> plotted, boolean oneScale) {
    /// Addresses that the filter does not find stay plotted until it does, so there may be more than are drawn.
    private static final int MOST_PLOTTED = 64;

    /// A settings file can lack anything.
    public LifelinesPlace {
        plotted = plotted == null
                ? List.of()
                : plotted.stream().filter(Objects::nonNull).limit(MOST_PLOTTED).toList();
    }
}
