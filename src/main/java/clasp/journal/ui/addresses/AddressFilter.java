package clasp.journal.ui.addresses;

import clasp.journal.query.AddressPattern;
import clasp.journal.query.TextSearch;
import java.util.function.Predicate;

/// Understands what is typed above the tree. Thread-safe.
final class AddressFilter {
    private AddressFilter() {}

    /// A text with wildcards is a pattern, every other one is to be found somewhere in the address.
    static Predicate<String> of(String text) {
        if (text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('{') >= 0) {
            return AddressPattern.of(text)::matches;
        }
        return new TextSearch(text)::in;
    }
}
