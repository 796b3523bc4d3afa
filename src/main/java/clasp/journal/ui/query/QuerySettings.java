package clasp.journal.ui.query;

import java.util.List;
import java.util.Objects;

/// What the query bar remembers between runs. Immutable.
///
/// @param named in the order in which they are listed
record QuerySettings(List<NamedFilter> named) {
    static final String SECTION = "query";
    static final QuerySettings DEFAULT = new QuerySettings(List.of());

    /// What the settings file lacks comes as null.
    QuerySettings {
        List<NamedFilter> none = List.of();
        named = Objects.requireNonNullElse(named, none).stream()
                .filter(Objects::nonNull)
                .toList();
    }
}
