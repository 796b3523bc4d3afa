package clasp.journal.ui.table;

import clasp.journal.model.SeqRange;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where the user is in a table. Immutable.
///
/// @param top the seq of the row on top
/// @param looked the seq of the row looked at; null for none
/// @param selected what is selected, ascending; of a selection in very many pieces the first ones
public record TablePlace(long top, @Nullable Long looked, List<SeqRange> selected) {
    private static final int MOST_PIECES = 1_000;

    /// A settings file can lack anything.
    public TablePlace {
        selected = selected == null
                ? List.of()
                : selected.stream()
                        .filter(Objects::nonNull)
                        .filter(range -> range.first() <= range.last())
                        .limit(MOST_PIECES)
                        .toList();
    }
}
