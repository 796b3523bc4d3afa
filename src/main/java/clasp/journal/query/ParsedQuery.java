package clasp.journal.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What reading a filter's text gave. Immutable.
///
/// @param clauses the conditions joined by AND at the top, in the order of the text; null when `or` joins them
record ParsedQuery(Filter filter, @Nullable List<Clause> clauses, List<QueryProblem> problems) {}
