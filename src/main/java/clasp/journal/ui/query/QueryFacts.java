package clasp.journal.ui.query;

import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the controls can show of a query, and where only its text says all. Immutable.
record QueryFacts(Query query) {
    Optional<String> pattern() {
        return query.pattern();
    }

    /// Whether the query is about addresses in a way that is no single pattern.
    boolean patternInText() {
        return query.pattern().isEmpty() && mentions(query.filter(), Filter.Address.class);
    }

    TimeRange time() {
        return query.time();
    }

    /// Whether the query is about times in a way that is no single range.
    boolean timeInText() {
        return query.time().isAll() && mentions(query.filter(), Filter.Time.class);
    }

    /// Empty for no restriction.
    Set<String> types() {
        return query.types();
    }

    /// Whether the query is about signal types in a way that is no single list.
    boolean typesInText() {
        return query.types().isEmpty() && mentions(query.filter(), Filter.Signal.class);
    }

    private static boolean mentions(Filter filter, Class<? extends Filter> kind) {
        return switch (filter) {
            case Filter.And(List<Filter> parts) -> parts.stream().anyMatch(part -> mentions(part, kind));
            case Filter.Or(List<Filter> parts) -> parts.stream().anyMatch(part -> mentions(part, kind));
            case Filter.Not(Filter part) -> mentions(part, kind);
            default -> kind.isInstance(filter);
        };
    }
}
