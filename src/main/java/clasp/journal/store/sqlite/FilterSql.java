package clasp.journal.store.sqlite;

import clasp.journal.model.TimeRange;
import clasp.journal.query.AddressPattern;
import clasp.journal.query.Comparison;
import clasp.journal.query.Filter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Translates a filter to SQL for a scan of the table. Columns are cast to what a reader gets from them, so that odd
/// types (a number stored as text, a BLOB, NULL) are judged as in [clasp.journal.query.Filter#matches].
final class FilterSql {
    static final String TIMESTAMP = "ifnull(CAST(timestamp AS INTEGER), 0)";
    static final String ADDRESS = text("address");
    static final String AUTHOR = text("author");
    static final String SIGNAL_TYPE = text("signal_type");
    static final String VALUE = text("value_json");
    private static final String MSG_TYPE = "ifnull(CAST(msg_type AS INTEGER), 0)";
    private static final String REVISION = "ifnull(CAST(revision AS INTEGER), 0)";

    private FilterSql() {}

    private static String text(String column) {
        return "ifnull(CAST(" + column + " AS TEXT), '')";
    }

    static SqlCondition of(Filter filter) {
        return switch (filter) {
            case Filter.And and ->
                SqlCondition.all(and.parts().stream().map(FilterSql::of).toList());
            case Filter.Or or ->
                SqlCondition.any(or.parts().stream().map(FilterSql::of).toList());
            case Filter.Not not -> of(not.part()).negated();
            case Filter.Address address -> address(address.pattern());
            case Filter.Signal signal -> in(SIGNAL_TYPE, signal.types());
            case Filter.Author author -> author(author.pattern().text());
            case Filter.Message message -> in(MSG_TYPE, message.codes());
            case Filter.Value value -> ValueSql.of(value.test());
            case Filter.Revision revision -> revision(revision.comparison(), revision.revision());
            case Filter.HasRevision has ->
                SqlCondition.exactly(has.expected() ? "revision IS NOT NULL" : "revision IS NULL");
            case Filter.Seq seq ->
                seq.range().isEmpty()
                        ? SqlCondition.NEVER
                        : SqlCondition.exactly(
                                "seq BETWEEN ? AND ?",
                                seq.range().first(),
                                seq.range().last());
            case Filter.Time time -> time(time.range());
            case Filter.Text text -> ValueSql.textAnywhere(text.search().text());
        };
    }

    private static SqlCondition address(AddressPattern pattern) {
        String prefix = pattern.literalPrefix();
        if (pattern.matchesEverything()) {
            return SqlCondition.ALWAYS;
        }
        if (pattern.isLiteral()) {
            return SqlCondition.exactly(ADDRESS + " = ?", prefix);
        }
        if (!pattern.matchesWholePrefix()) {
            return SqlCondition.all(List.of(begins(prefix), GlobSql.of(pattern)));
        }
        SqlCondition range = begins(prefix);
        return new SqlCondition(range.sql(), range.values(), true);
    }

    /// Whether the address begins with this text.
    private static SqlCondition begins(String prefix) {
        if (prefix.isEmpty()) {
            return SqlCondition.ALWAYS;
        }
        String after = after(prefix);
        return after == null
                ? SqlCondition.exactly(ADDRESS + " >= ?", prefix)
                : SqlCondition.exactly(ADDRESS + " >= ? AND " + ADDRESS + " < ?", prefix, after);
    }

    /// The least text greater than all that begin with `prefix`, in byte order of UTF-8; null when there is none.
    static @Nullable String after(String prefix) {
        int[] codePoints = prefix.codePoints().toArray();
        for (int i = codePoints.length - 1; i >= 0; i--) {
            int next = codePoints[i] == 0xD7FF ? 0xE000 : codePoints[i] + 1;
            if (next <= Character.MAX_CODE_POINT) {
                return new String(codePoints, 0, i) + Character.toString(next);
            }
        }
        return null;
    }

    private static SqlCondition author(String pattern) {
        if (pattern.indexOf('*') < 0) {
            return SqlCondition.exactly(AUTHOR + " = ?", pattern);
        }
        StringBuilder glob = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '?' || c == '[') {
                glob.append('[').append(c).append(']');
            } else {
                glob.append(c);
            }
        }
        return SqlCondition.atMost("(" + AUTHOR + " GLOB ? OR instr(" + AUTHOR + ", char(0)))", glob.toString());
    }

    private static SqlCondition in(String column, Collection<?> values) {
        if (values.isEmpty()) {
            return SqlCondition.NEVER;
        }
        String marks = "?" + ", ?".repeat(values.size() - 1);
        return new SqlCondition(column + " IN (" + marks + ")", new ArrayList<>(values), true);
    }

    static SqlCondition time(TimeRange range) {
        return range.isAll() ? SqlCondition.ALWAYS : unsignedBetween(TIMESTAMP, range.fromMicros(), range.toMicros());
    }

    private static SqlCondition revision(Comparison comparison, long revision) {
        SqlCondition fits = switch (comparison) {
            case EQUAL -> SqlCondition.exactly(REVISION + " = ?", revision);
            case NOT_EQUAL -> SqlCondition.exactly(REVISION + " <> ?", revision);
            case AT_LEAST -> unsignedBetween(REVISION, revision, -1);
            case AT_MOST -> unsignedBetween(REVISION, 0, revision);
            case GREATER -> revision == -1 ? SqlCondition.NEVER : unsignedBetween(REVISION, revision + 1, -1);
            case LESS -> revision == 0 ? SqlCondition.NEVER : unsignedBetween(REVISION, 0, revision - 1);
        };
        return SqlCondition.all(List.of(SqlCondition.exactly("revision IS NOT NULL"), fits));
    }

    /// The unsigned range on a column that is stored signed: in two pieces when it crosses 2^63.
    private static SqlCondition unsignedBetween(String column, long from, long to) {
        return from >= 0 && to < 0
                ? SqlCondition.exactly("(" + column + " >= ? OR " + column + " <= ?)", from, to)
                : SqlCondition.exactly(column + " BETWEEN ? AND ?", from, to);
    }
}
