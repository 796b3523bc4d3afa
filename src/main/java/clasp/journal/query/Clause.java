package clasp.journal.query;

import org.jspecify.annotations.Nullable;

/// One condition in a filter's text, with its place. Immutable.
///
/// @param end exclusive
/// @param filter what it means; for a time bound, taken alone
/// @param bound for a `from:` or `to:` that is to be combined with others
record Clause(
        int start,
        int end,
        Kind kind,
        Filter filter,
        @Nullable TimeBound bound) {
    enum Kind {
        PATTERN,
        TYPES,
        TIME,
        OTHER
    }
}
