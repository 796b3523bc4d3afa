package clasp.journal.ui.colours;

import clasp.journal.ui.fx.Tint;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Entries that a filter finds have this colour. Immutable.
///
/// @param filter as typed
record ColourRule(String filter, Tint tint) {
    /// What the settings file lacks, or has in a way that is not known, comes as null.
    ColourRule(@Nullable String filter, @Nullable Tint tint) {
        this.filter = Objects.requireNonNullElse(filter, "");
        this.tint = Objects.requireNonNullElse(tint, Tint.YELLOW);
    }
}
