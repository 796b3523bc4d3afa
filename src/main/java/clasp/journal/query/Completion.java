package clasp.journal.query;

import java.util.List;

/// What is being typed at the caret, and what could stand there. Journal addresses and authors are the caller's to
/// find:
/// those that begin with [#typed()]. Immutable.
///
/// @param start where a suggestion goes
/// @param end where what it replaces ends, exclusive
/// @param typed what is typed up to the caret, quotes and escapes resolved
/// @param suggestions what the language itself knows, in order of use; empty for addresses and authors
/// @param bare whether an address stands without `addr:`
public record Completion(Kind kind, int start, int end, String typed, List<String> suggestions, boolean bare) {
    /// What is being typed.
    public enum Kind {
        /// The beginning of a condition, or a word that joins conditions.
        KEYWORD,
        /// A journal address, as far as it has no wildcards.
        ADDRESS,
        /// An author, as far as there are no wildcards.
        AUTHOR,
        SIGNAL_TYPE,
        MESSAGE,
        /// A literal that a value or a revision can be compared with.
        LITERAL,
        /// Nothing that can be completed.
        NONE
    }

    public Completion {
        suggestions = List.copyOf(suggestions);
    }

    /// What is typed at this place of a text, which may be malformed.
    ///
    /// @param caret `0 <= caret <= text.length()`
    public static Completion at(String text, int caret) {
        return new CompletionScan(text, caret).find();
    }

    /// The text to put between [#start()] and [#end()] for a suggestion, address or author, quoted where it must be.
    public String replacement(String chosen) {
        return switch (kind) {
            case ADDRESS -> {
                String pattern = AddressPattern.literally(chosen).text();
                yield bare ? FilterText.pattern(pattern) : FilterText.quoteItem(pattern);
            }
            case AUTHOR, SIGNAL_TYPE -> FilterText.quoteItem(chosen);
            case KEYWORD, MESSAGE, LITERAL, NONE -> chosen;
        };
    }
}
