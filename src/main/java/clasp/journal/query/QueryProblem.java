package clasp.journal.query;

/// Something odd in a filter's text that can be evaluated all the same. Immutable.
///
/// @param message a sentence
/// @param end exclusive
public record QueryProblem(String message, int start, int end) {}
