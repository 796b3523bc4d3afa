package clasp.journal.query;

import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes filters in the filter language. What is written reads back as an equal filter, except that `And` and `Or`
/// of a single part read back as that part. Thread-safe.
public final class FilterText {
    private static final String EVERYTHING = "()";
    private static final String NOTHING = "-()";
    private static final Pattern PLAIN_TEXT = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.]*");
    private static final Pattern KEYWORD = Pattern.compile("or|and|not", Pattern.CASE_INSENSITIVE);

    private FilterText() {}

    /// The filter as a text of its own; empty for [Filter#ALL].
    public static String of(Filter filter) {
        return switch (filter) {
            case Filter.And and when and.parts().isEmpty() -> "";
            case Filter.And and -> conjunction(and.parts());
            case Filter.Or or
            when !or.parts().isEmpty() ->
                or.parts().stream().map(FilterText::alternative).collect(Collectors.joining(" or "));
            default -> condition(filter);
        };
    }

    /// The filter as one of several conditions that are joined by AND; its time bounds stay its own.
    static String conjunct(Filter filter) {
        return filter instanceof Filter.Time time ? "(" + time(time.range()) + ")" : condition(filter);
    }

    /// The conditions in a row. Only one of them may leave its time bounds without parentheses, as they would combine.
    private static String conjunction(List<Filter> parts) {
        StringBuilder text = new StringBuilder();
        boolean timeSeen = false;
        for (Filter part : parts) {
            boolean isTime = part instanceof Filter.Time;
            text.append(text.isEmpty() ? "" : " ").append(isTime && timeSeen ? conjunct(part) : condition(part));
            timeSeen |= isTime;
        }
        return text.toString();
    }

    private static String alternative(Filter part) {
        return part instanceof Filter.And and && and.parts().size() > 1 ? conjunction(and.parts()) : condition(part);
    }

    /// The filter as it can stand beside others.
    private static String condition(Filter filter) {
        return switch (filter) {
            case Filter.And(List<Filter> parts) -> parts.isEmpty() ? EVERYTHING : "(" + of(filter) + ")";
            case Filter.Or(List<Filter> parts) -> parts.isEmpty() ? NOTHING : "(" + of(filter) + ")";
            case Filter.Not(Filter part) -> "-" + operandOfNot(part);
            case Filter.Address(AddressPattern pattern) -> pattern(pattern.text());
            case Filter.Signal(Set<String> types) -> list("type:", types, FilterText::quoteItem);
            case Filter.Author(TextPattern pattern) -> "author:" + quoteItem(pattern.text());
            case Filter.Message(Set<Long> codes) -> list("msg:", codes, MessageCode::print);
            case Filter.Value(ValueTest test) -> "value" + valueTest(test);
            case Filter.Revision(Comparison comparison, long revision) ->
                "rev" + comparison.sign() + Long.toUnsignedString(revision);
            case Filter.HasRevision(boolean expected) -> expected ? "rev=any" : "rev=none";
            case Filter.Seq(SeqRange range) -> seqs(range);
            case Filter.Time(TimeRange range) -> time(range);
            case Filter.Text(TextSearch search) -> text(search.text());
        };
    }

    private static String operandOfNot(Filter part) {
        String text = condition(part);
        boolean twoTerms = part instanceof Filter.Time && text.indexOf(' ') >= 0;
        return twoTerms ? "(" + text + ")" : text;
    }

    static String pattern(String pattern) {
        boolean word = QueryScanner.isWord(pattern);
        if (!word) {
            return "addr:" + StoredText.quote(pattern);
        }
        char first = pattern.charAt(0);
        boolean recognized = pattern.indexOf('/') >= 0 || "*!{[?".indexOf(first) >= 0;
        boolean misread = first == '-' || first == '(' || QueryKey.begins(pattern);
        return recognized && !misread ? pattern : "addr:" + pattern;
    }

    private static <T> String list(String key, Collection<T> items, Function<T, String> print) {
        if (items.isEmpty()) {
            return NOTHING;
        }
        return items.stream().map(print).sorted().collect(Collectors.joining(",", key, ""));
    }

    static String quoteItem(String item) {
        return QueryScanner.isWord(item) && item.indexOf(',') < 0 ? item : StoredText.quote(item);
    }

    private static String valueTest(ValueTest test) {
        return switch (test) {
            case ValueTest.Number number -> number.comparison().sign() + number.number();
            case ValueTest.Same(boolean equal, String json) -> (equal ? "=" : "!=") + json;
            case ValueTest.Contains(TextSearch search) -> "~" + quoteItem(search.text());
        };
    }

    private static String seqs(SeqRange range) {
        if (range.isEmpty()) {
            return NOTHING;
        }
        if (range.first() == range.last()) {
            return "seq:" + range.first();
        }
        return "seq:" + (range.first() == Long.MIN_VALUE ? "" : range.first()) + ".."
                + (range.last() == Long.MAX_VALUE ? "" : range.last());
    }

    /// The bounds of the range; `from:0` for every time.
    static String time(TimeRange range) {
        boolean ends = range.toMicros() != -1L;
        boolean begins = range.fromMicros() != 0 || !ends;
        String from = range.fromMicros() == 0 ? "from:0" : "from:" + TimeText.print(range.fromMicros());
        String to = "to:" + TimeText.print(range.toMicros());
        return begins && ends ? from + " " + to : begins ? from : to;
    }

    private static String text(String sought) {
        boolean plain =
                PLAIN_TEXT.matcher(sought).matches() && !KEYWORD.matcher(sought).matches();
        return plain ? sought : StoredText.quote(sought);
    }
}
