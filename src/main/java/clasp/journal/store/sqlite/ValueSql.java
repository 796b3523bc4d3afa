package clasp.journal.store.sqlite;

import clasp.journal.query.Comparison;
import clasp.journal.query.ValueTest;
import java.math.BigDecimal;

/// What SQL can tell of a condition on values: never too little, so that a closer look decides.
final class ValueSql {
    /// SQLite rounds when it reads a number; this much is allowed for.
    private static final double SLACK = 1e-12;

    private static final String VALUE = FilterSql.VALUE;

    /// JSON numbers begin with a digit, a minus or white space, all of which lie before a colon.
    private static final String LOOKS_NUMERIC = VALUE + " < ':'";

    private ValueSql() {}

    static SqlCondition of(ValueTest test) {
        return switch (test) {
            case ValueTest.Number number -> number(number.comparison(), number.number());
            case ValueTest.Same same -> same.equal() ? same(same.json()) : SqlCondition.UNKNOWN;
            case ValueTest.Contains contains -> contains(contains.search().text());
        };
    }

    private static SqlCondition number(Comparison comparison, BigDecimal number) {
        double near = number.doubleValue();
        double slack = Math.abs(near) * SLACK + Double.MIN_NORMAL;
        double low = near - slack;
        double high = near + slack;
        if (!Double.isFinite(low) || !Double.isFinite(high)) {
            return SqlCondition.atMost(LOOKS_NUMERIC);
        }
        String real = LOOKS_NUMERIC + " AND CAST(value_json AS REAL) ";
        return switch (comparison) {
            case EQUAL -> SqlCondition.atMost(real + "BETWEEN ? AND ?", low, high);
            case NOT_EQUAL -> SqlCondition.atMost(LOOKS_NUMERIC);
            case LESS, AT_MOST -> SqlCondition.atMost(real + "<= ?", high);
            case GREATER, AT_LEAST -> SqlCondition.atMost(real + ">= ?", low);
        };
    }

    /// The same text, or one that may mean the same: with escapes, or with white space around it.
    private static SqlCondition same(String json) {
        return SqlCondition.atMost(
                VALUE + " = ? OR instr(" + VALUE + ", '\\') OR " + VALUE + " < '!' OR substr(" + VALUE + ", -1) < '!'",
                json);
    }

    private static SqlCondition contains(String text) {
        return isAscii(text)
                ? SqlCondition.atMost(like(VALUE) + " OR instr(" + VALUE + ", '\\')", pattern(text))
                : SqlCondition.UNKNOWN;
    }

    static SqlCondition textAnywhere(String text) {
        return isAscii(text)
                ? SqlCondition.atMost(
                        like(FilterSql.ADDRESS) + " OR " + like(FilterSql.AUTHOR) + " OR " + like(VALUE),
                        pattern(text),
                        pattern(text),
                        pattern(text))
                : SqlCondition.UNKNOWN;
    }

    /// LIKE sees nothing behind a NUL.
    private static String like(String column) {
        return column + " LIKE ? ESCAPE '\\' OR instr(" + column + ", char(0))";
    }

    /// LIKE folds ASCII only, and `K`, `S` and `I` have forms beyond it (the Kelvin sign, the long s, the dotless i):
    /// in their places any character will do.
    private static String pattern(String text) {
        StringBuilder pattern = new StringBuilder("%");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("kKsSiI".indexOf(c) >= 0) {
                pattern.append('_');
            } else {
                pattern.append("\\%_".indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return pattern.append('%').toString();
    }

    private static boolean isAscii(String text) {
        return !text.isEmpty() && text.length() < 10_000 && text.chars().allMatch(c -> c > 0 && c < 0x80);
    }
}
