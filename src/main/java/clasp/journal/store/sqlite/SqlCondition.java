package clasp.journal.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A condition in SQL that is true for every entry a filter matches. It is never NULL. Immutable.
///
/// @param values for the placeholders, in their order: `Long`, `Double` or `String`
/// @param exact whether it is false for every other entry
record SqlCondition(String sql, List<Object> values, boolean exact) {
    static final SqlCondition ALWAYS = new SqlCondition("1", List.of(), true);
    static final SqlCondition NEVER = new SqlCondition("0", List.of(), true);

    /// Nothing is known in SQL: every entry has to be looked at.
    static final SqlCondition UNKNOWN = new SqlCondition("1", List.of(), false);

    SqlCondition {
        values = List.copyOf(values);
    }

    static SqlCondition exactly(String sql, Object... values) {
        return new SqlCondition(sql, List.of(values), true);
    }

    static SqlCondition atMost(String sql, Object... values) {
        return new SqlCondition(sql, List.of(values), false);
    }

    boolean isAlways() {
        return sql.equals("1");
    }

    boolean isNever() {
        return sql.equals("0");
    }

    SqlCondition negated() {
        if (!exact) {
            return UNKNOWN;
        }
        if (isAlways()) {
            return NEVER;
        }
        return isNever() ? ALWAYS : new SqlCondition("NOT (" + sql + ")", values, true);
    }

    static SqlCondition all(List<SqlCondition> parts) {
        if (parts.stream().anyMatch(SqlCondition::isNever)) {
            return NEVER;
        }
        boolean exact = parts.stream().allMatch(SqlCondition::exact);
        List<SqlCondition> telling =
                parts.stream().filter(part -> !part.isAlways()).toList();
        return telling.isEmpty() ? (exact ? ALWAYS : UNKNOWN) : joined(telling, " AND ", exact);
    }

    static SqlCondition any(List<SqlCondition> parts) {
        if (parts.stream().anyMatch(part -> part.isAlways() && part.exact())) {
            return ALWAYS;
        }
        if (parts.stream().anyMatch(SqlCondition::isAlways)) {
            return UNKNOWN;
        }
        boolean exact = parts.stream().allMatch(SqlCondition::exact);
        List<SqlCondition> possible =
                parts.stream().filter(part -> !part.isNever()).toList();
        return possible.isEmpty() ? NEVER : joined(possible, " OR ", exact);
    }

    private static SqlCondition joined(List<SqlCondition> parts, String operator, boolean exact) {
        if (parts.size() == 1) {
            return new SqlCondition(parts.getFirst().sql, parts.getFirst().values, exact);
        }
        // Halved again and again, because SQLite limits the depth of expressions and a chain is as deep as it is long.
        SqlCondition left = joined(parts.subList(0, parts.size() / 2), operator, exact);
        SqlCondition right = joined(parts.subList(parts.size() / 2, parts.size()), operator, exact);
        List<Object> values = new ArrayList<>(left.values);
        values.addAll(right.values);
        return new SqlCondition("(" + left.sql + ")" + operator + "(" + right.sql + ")", values, exact);
    }

    /// Binds the values from placeholder `first` on; returns the next one.
    int bind(PreparedStatement statement, int first) throws SQLException {
        int next = first;
        for (Object value : values) {
            switch (value) {
                case Long number -> statement.setLong(next, number);
                case Double number -> statement.setDouble(next, number);
                case String text -> statement.setString(next, text);
                default -> throw new IllegalStateException("no way to bind a " + value.getClass());
            }
            next++;
        }
        return next;
    }
}
