package clasp.journal.ui.query;

import java.util.Objects;

/// A filter that is kept under a name. Immutable.
record NamedFilter(String name, String text) {
    /// What the settings file lacks comes as null.
    NamedFilter {
        name = Objects.requireNonNullElse(name, "");
        text = Objects.requireNonNullElse(text, "");
    }
}
