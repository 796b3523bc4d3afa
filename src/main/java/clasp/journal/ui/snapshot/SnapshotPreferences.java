package clasp.journal.ui.snapshot;

import clasp.journal.recovery.ChangeKind;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/// What the viewer remembers between runs. Immutable.
record SnapshotPreferences(String tolerance, Set<ChangeKind> kinds) {
    static final SnapshotPreferences DEFAULT = new SnapshotPreferences(
            "0", EnumSet.of(ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.CHANGED, ChangeKind.RETYPED));

    /// What the settings file lacks comes as null.
    SnapshotPreferences {
        tolerance = Objects.requireNonNullElse(tolerance, "0");
        kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
    }
}
