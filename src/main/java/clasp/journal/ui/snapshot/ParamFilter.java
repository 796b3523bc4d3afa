package clasp.journal.ui.snapshot;

import clasp.journal.model.Param;
import clasp.journal.query.AddressPattern;
import clasp.journal.query.TextSearch;
import clasp.journal.recovery.ParamChange;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What the user typed to narrow a list of params: an address pattern when it begins like one (`/`, `*` or `!`) and has
/// a character that means something in patterns, else text to be found in address, value or writer. Immutable.
final class ParamFilter {
    private final String text;
    private final @Nullable AddressPattern pattern;
    private final TextSearch search;

    private ParamFilter(String text, @Nullable AddressPattern pattern) {
        this.text = text;
        this.pattern = pattern;
        this.search = new TextSearch(text);
    }

    static ParamFilter of(String typed) {
        String text = typed.strip();
        return new ParamFilter(text, looksLikePattern(text) ? AddressPattern.of(text) : null);
    }

    private static boolean looksLikePattern(String text) {
        boolean begins = text.startsWith("/") || text.startsWith("*") || text.startsWith("!");
        return begins && text.chars().anyMatch(c -> "*?[{!\\".indexOf(c) >= 0);
    }

    Predicate<Param> params() {
        if (text.isEmpty()) {
            return param -> true;
        }
        AddressPattern wanted = pattern;
        return wanted != null ? param -> wanted.matches(param.address()) : this::holdsText;
    }

    /// A change fits when the param fits on either side.
    Predicate<ParamChange> changes() {
        Predicate<Param> fits = params();
        return change -> change.earlier().filter(fits).isPresent()
                || change.later().filter(fits).isPresent();
    }

    private boolean holdsText(Param param) {
        return search.in(param.address()) || search.in(param.valueJson()) || search.in(param.writer());
    }
}
