package clasp.journal.ui.query;

import clasp.journal.query.Query;
import clasp.journal.query.QueryProblem;
import clasp.journal.query.QuerySyntaxException;
import java.util.List;
import java.util.Optional;

/// What a typed text is worth as a filter. Space around it does not count. Immutable.
sealed interface Verdict {
    /// It is a filter.
    record Sound(Query query) implements Verdict {}

    /// It is a filter, but something in it is most likely not meant so.
    record Odd(Query query, QueryProblem problem) implements Verdict {}

    /// It is none.
    record Wrong(QueryProblem problem) implements Verdict {}

    static Verdict of(String text) {
        String asked = text.strip();
        int before = asked.isEmpty() ? 0 : text.indexOf(asked);
        try {
            Query query = Query.parse(asked);
            List<QueryProblem> problems = query.problems();
            return problems.isEmpty() ? new Sound(query) : new Odd(query, moved(problems.getFirst(), before));
        } catch (QuerySyntaxException e) {
            String message = String.valueOf(e.getMessage());
            return new Wrong(moved(new QueryProblem(message, e.position(), asked.length()), before));
        }
    }

    private static QueryProblem moved(QueryProblem problem, int by) {
        return new QueryProblem(problem.message(), problem.start() + by, problem.end() + by);
    }

    /// The filter, when it is one.
    default Optional<Query> asQuery() {
        return switch (this) {
            case Sound(Query query) -> Optional.of(query);
            case Odd(Query query, QueryProblem _) -> Optional.of(query);
            case Wrong _ -> Optional.empty();
        };
    }

    /// What the user should read about it.
    default Optional<QueryProblem> remark() {
        return switch (this) {
            case Sound _ -> Optional.empty();
            case Odd(Query _, QueryProblem problem) -> Optional.of(problem);
            case Wrong(QueryProblem problem) -> Optional.of(problem);
        };
    }
}
