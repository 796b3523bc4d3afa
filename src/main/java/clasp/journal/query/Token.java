package clasp.journal.query;

/// A piece of a filter's text, for colouring. Immutable.
///
/// @param end exclusive
public record Token(Kind kind, int start, int end) {
    /// What a piece of text is.
    public enum Kind {
        /// The name of a condition with its sign: `type:`, `value>=`.
        KEY,
        /// An address pattern.
        PATTERN,
        /// What a condition compares with: a number, a time, a type, a quoted text after a sign.
        OPERAND,
        /// A text to be found anywhere.
        TEXT,
        /// `or`, `and`, `not` and `-`.
        OPERATOR,
        PARENTHESIS,
        /// From the place where the text is malformed.
        INVALID
    }
}
