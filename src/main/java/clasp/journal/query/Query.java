package clasp.journal.query;

import clasp.journal.model.TimeRange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A filter as a person wrote it: the text, and what it means. The `with…` methods change one condition of it and
/// leave the rest of the text as written; they see the terms that are joined by AND at the top. Immutable; equal when
/// the text is equal.
public final class Query {
    /// The empty text: every entry.
    public static final Query ALL = parse("");

    private final String text;
    private final ParsedQuery parsed;

    private Query(String text, ParsedQuery parsed) {
        this.text = text;
        this.parsed = parsed;
    }

    /// @throws QuerySyntaxException saying what is wrong and where
    public static Query parse(String text) {
        return new Query(text, QueryParser.parse(text));
    }

    /// The query that finds what the filter does, written by [FilterText].
    public static Query of(Filter filter) {
        return parse(FilterText.of(filter));
    }

    public String text() {
        return text;
    }

    public Filter filter() {
        return parsed.filter();
    }

    /// What is odd in the text and yet has a meaning: malformed address patterns.
    public List<QueryProblem> problems() {
        return parsed.problems();
    }

    /// The pieces of any text, for colouring; never throws.
    public static List<Token> tokens(String text) {
        return QueryParser.tokens(text);
    }

    /// The address pattern, when exactly one stands at the top level.
    public Optional<String> pattern() {
        List<Clause> found = clauses(Clause.Kind.PATTERN);
        return found.size() == 1 && found.getFirst().filter() instanceof Filter.Address(AddressPattern pattern)
                ? Optional.of(pattern.text())
                : Optional.empty();
    }

    /// Replaces the address pattern, or all of them (null or `**`, which matches everything: removes them). `/**`
    /// stays a condition, since addresses can begin without a slash.
    public Query withPattern(@Nullable String pattern) {
        String written =
                pattern == null || AddressPattern.of(pattern).matchesEverything() ? "" : FilterText.pattern(pattern);
        QueryText edited = QueryText.of(text, parsed);
        edited.replace(Clause.Kind.PATTERN, written, 0);
        return parse(edited.toString());
    }

    /// The time range that the top-level `from:` and `to:` terms give; [TimeRange#ALL] without any.
    public TimeRange time() {
        List<TimeBound> bounds = clauses(Clause.Kind.TIME).stream()
                .map(Clause::bound)
                .filter(Objects::nonNull)
                .toList();
        return TimeBounds.range(bounds);
    }

    /// Replaces the time range; [TimeRange#ALL] removes it.
    public Query withTime(TimeRange range) {
        QueryText edited = QueryText.of(text, parsed);
        edited.replace(Clause.Kind.TIME, range.isAll() ? "" : FilterText.time(range), Integer.MAX_VALUE);
        return parse(edited.toString());
    }

    /// The signal types that a single top-level `type:` term names; empty for no restriction.
    public Set<String> types() {
        List<Clause> found = clauses(Clause.Kind.TYPES);
        return found.size() == 1 && found.getFirst().filter() instanceof Filter.Signal(Set<String> types)
                ? types
                : Set.of();
    }

    /// Replaces the signal types; an empty set removes the term.
    public Query withTypes(Set<String> types) {
        QueryText edited = QueryText.of(text, parsed);
        edited.replace(
                Clause.Kind.TYPES, types.isEmpty() ? "" : FilterText.of(new Filter.Signal(types)), Integer.MAX_VALUE);
        return parse(edited.toString());
    }

    /// Adds a condition. One that every entry fulfils, or that stands there already, changes nothing.
    public Query and(Filter condition) {
        if (condition.equals(Filter.ALL) || holds(condition)) {
            return this;
        }
        if (condition instanceof Filter.And(List<Filter> parts)) {
            return parts.stream().reduce(this, Query::and, (one, other) -> other);
        }
        QueryText edited = QueryText.of(text, parsed);
        edited.append(FilterText.conjunct(condition));
        return parse(edited.toString());
    }

    private boolean holds(Filter condition) {
        return parsed.clauses() != null
                && parsed.clauses().stream()
                        .anyMatch(clause ->
                                clause.bound() == null && clause.filter().equals(condition));
    }

    private List<Clause> clauses(Clause.Kind kind) {
        List<Clause> all = parsed.clauses();
        return all == null
                ? List.of()
                : all.stream().filter(clause -> clause.kind() == kind).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Query that && that.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
