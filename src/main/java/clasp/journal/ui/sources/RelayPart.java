package clasp.journal.ui.sources;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which part of a relay's journal is wanted, as typed. Immutable.
///
/// @param pattern empty for every address
/// @param types names of signal types; empty for all
/// @param last not what is older than this; null for everything
public record RelayPart(
        String pattern, Set<String> types, @Nullable Duration last) {
    public static final RelayPart ALL = new RelayPart("", Set.of(), null);

    public RelayPart {
        types = Set.copyOf(types);
    }
}
