package clasp.journal.query;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Reads the text of a filter: conditions joined by AND where they follow each other, by `or`, which binds less, with
/// `-` or `not` before what is excluded, and parentheses. Confined to one call.
final class QueryParser {
    static final int MAX_LENGTH = 100_000;

    /// How deep parentheses and negations may be nested.
    static final int MAX_DEPTH = 200;

    private final String text;
    private final QueryScanner scanner;
    private final List<QueryProblem> problems = new ArrayList<>();
    private final QueryTerms terms;
    private List<Clause> lastGroup = List.of();
    private int depth;

    private QueryParser(String text) {
        this.text = text;
        this.scanner = new QueryScanner(text);
        this.terms = new QueryTerms(text, scanner, problems);
    }

    /// @throws QuerySyntaxException saying what is wrong and where
    static ParsedQuery parse(String text) {
        return new QueryParser(text).parse();
    }

    /// The pieces of the text, as far as it can be read.
    static List<Token> tokens(String text) {
        QueryParser parser = new QueryParser(text);
        try {
            parser.parse();
        } catch (QuerySyntaxException malformed) {
            return parser.scanner.tokens();
        }
        return parser.scanner.tokens();
    }

    private ParsedQuery parse() {
        if (text.length() > MAX_LENGTH) {
            throw new QuerySyntaxException(
                    CoreTexts.text("query.refused.length", Integer.toString(MAX_LENGTH)), MAX_LENGTH);
        }
        List<Filter> alternatives = alternatives();
        if (scanner.at(')')) {
            throw new QuerySyntaxException(CoreTexts.text("query.refused.closing"), scanner.index());
        }
        boolean joinedByAnd = alternatives.size() == 1;
        return new ParsedQuery(anyOf(alternatives), joinedByAnd ? lastGroup : null, List.copyOf(problems));
    }

    private List<Filter> alternatives() {
        List<Filter> alternatives = new ArrayList<>();
        int or = -1;
        while (true) {
            List<Clause> group = group();
            boolean more = scanner.atKeyword("or");
            if (group.isEmpty() && (more || or >= 0)) {
                throw new QuerySyntaxException(
                        more ? CoreTexts.text("query.refused.beforeOr") : CoreTexts.text("query.refused.afterOr"),
                        more ? scanner.index() : or);
            }
            alternatives.add(allOf(group));
            lastGroup = group;
            if (!more) {
                return alternatives;
            }
            or = scanner.index();
            scanner.takeKeyword("or");
        }
    }

    /// The conditions up to `or`, `)` or the end.
    private List<Clause> group() {
        List<Clause> clauses = new ArrayList<>();
        int and = -1;
        while (true) {
            scanner.skipSpaces();
            boolean ends = scanner.atEnd() || scanner.at(')') || scanner.atKeyword("or");
            boolean joined = !ends && scanner.atKeyword("and");
            if (and >= 0 && (ends || joined)) {
                throw new QuerySyntaxException(CoreTexts.text("query.refused.afterAnd"), and);
            }
            if (ends) {
                return clauses;
            }
            if (joined && clauses.isEmpty()) {
                throw new QuerySyntaxException(CoreTexts.text("query.refused.beforeAnd"), scanner.index());
            }
            and = joined ? scanner.index() : -1;
            if (joined) {
                scanner.takeKeyword("and");
            } else {
                clauses.add(condition());
            }
        }
    }

    private Clause condition() {
        int start = scanner.index();
        int negations = 0;
        while (negation()) {
            negations++;
            deeper(start);
        }
        Clause clause = scanner.at('(') ? parentheses() : terms.term();
        depth -= negations;
        if (negations == 0) {
            return clause;
        }
        Filter filter = allOf(List.of(clause));
        for (int count = 0; count < negations; count++) {
            filter = filter.equals(Filter.ALL) ? Filter.NONE : new Filter.Not(filter);
        }
        return new Clause(start, scanner.index(), Clause.Kind.OTHER, filter, null);
    }

    private boolean negation() {
        int start = scanner.index();
        boolean minus = scanner.take('-', Token.Kind.OPERATOR);
        if (!minus && !scanner.takeKeyword("not")) {
            return false;
        }
        if (!minus) {
            scanner.skipSpaces();
        }
        boolean nothing = scanner.atEnd()
                || scanner.at(')')
                || QueryScanner.isSpace(text.charAt(scanner.index()))
                || scanner.atKeyword("or")
                || scanner.atKeyword("and");
        if (nothing) {
            throw new QuerySyntaxException(
                    minus ? CoreTexts.text("query.refused.afterMinus") : CoreTexts.text("query.refused.afterNot"),
                    start);
        }
        return true;
    }

    private Clause parentheses() {
        int start = scanner.index();
        scanner.take('(', Token.Kind.PARENTHESIS);
        deeper(start);
        Filter inside = anyOf(alternatives());
        depth--;
        if (!scanner.take(')', Token.Kind.PARENTHESIS)) {
            throw new QuerySyntaxException(CoreTexts.text("query.refused.opening"), start);
        }
        return new Clause(start, scanner.index(), Clause.Kind.OTHER, inside, null);
    }

    private void deeper(int place) {
        if (++depth > MAX_DEPTH) {
            throw new QuerySyntaxException(CoreTexts.text("query.refused.depth", Integer.toString(MAX_DEPTH)), place);
        }
    }

    private static Filter anyOf(List<Filter> alternatives) {
        return alternatives.size() == 1 ? alternatives.getFirst() : new Filter.Or(alternatives);
    }

    /// The conditions joined; their time bounds together make one condition, where the first of them stands.
    private static Filter allOf(List<Clause> group) {
        List<TimeBound> bounds =
                group.stream().map(Clause::bound).filter(Objects::nonNull).toList();
        boolean timePlaced = false;
        List<Filter> parts = new ArrayList<>();
        for (Clause clause : group) {
            if (clause.bound() == null) {
                parts.add(clause.filter());
            } else if (!timePlaced) {
                timePlaced = true;
                TimeRange range = TimeBounds.range(bounds);
                parts.add(new Filter.Time(range));
            }
        }
        return parts.size() == 1 ? parts.getFirst() : new Filter.And(parts);
    }
}
