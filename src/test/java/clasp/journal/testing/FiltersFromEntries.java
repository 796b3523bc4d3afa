package clasp.journal.testing;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.query.AddressPattern;
import clasp.journal.query.Comparison;
import clasp.journal.query.Filter;
import clasp.journal.query.TextPattern;
import clasp.journal.query.TextSearch;
import clasp.journal.query.ValueTest;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/// Filters made from what entries hold, so that they find something, the same for the same seed. Confined to one
/// thread.
public final class FiltersFromEntries {
    private static final List<Comparison> COMPARISONS = List.of(Comparison.values());

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,9})?");
    private static final Pattern LITERAL = Pattern.compile("true|false|null|\"[^\"\\\\]*\"");

    private final Random random;
    private final List<Entry> entries;

    /// @param entries at least one
    public FiltersFromEntries(long seed, List<Entry> entries) {
        this.random = new Random(seed);
        this.entries = entries;
    }

    /// One to three conditions, of the same entry or of several.
    public Filter next() {
        Entry entry = any(entries);
        return switch (random.nextInt(6)) {
            case 0 -> new Filter.And(List.of(condition(entry), condition(entry), condition(entry)));
            case 1 -> new Filter.And(List.of(condition(entry), new Filter.Not(condition(any(entries)))));
            case 2 -> new Filter.Or(List.of(condition(entry), condition(any(entries))));
            case 3 -> new Filter.And(List.of(condition(entry), condition(entry)));
            default -> condition(entry);
        };
    }

    private Filter condition(Entry entry) {
        return switch (random.nextInt(12)) {
            case 0 -> new Filter.Address(AddressPattern.of(entry.address()));
            case 1 -> new Filter.Address(AddressPattern.of(wildcards(entry.address())));
            case 2 ->
                new Filter.Signal(
                        new HashSet<>(List.of(entry.signalType(), any(entries).signalType())));
            case 3 -> new Filter.Author(new TextPattern(beginning(entry.author()) + "*"));
            case 4 -> new Filter.Author(new TextPattern(entry.author()));
            case 5 -> new Filter.Message(Set.of(entry.msgType()));
            case 6 -> new Filter.Value(new ValueTest.Contains(new TextSearch(middle(entry.valueJson()))));
            case 7 -> revision(entry);
            case 8 -> new Filter.Seq(seqs(entry.seq(), any(entries).seq()));
            case 9 ->
                new Filter.Time(times(entry.timestampMicros(), any(entries).timestampMicros()));
            case 10 -> new Filter.Text(new TextSearch(middle(entry.address())));
            default -> new Filter.Value(value(entry.valueJson()));
        };
    }

    private ValueTest value(String json) {
        if (NUMBER.matcher(json).matches()) {
            return new ValueTest.Number(any(COMPARISONS), new BigDecimal(json));
        }
        return LITERAL.matcher(json).matches()
                ? new ValueTest.Same(random.nextInt(4) > 0, json)
                : new ValueTest.Contains(new TextSearch(json));
    }

    private Filter revision(Entry entry) {
        Long revision = entry.revision();
        return revision == null
                ? new Filter.HasRevision(false)
                : new Filter.Revision(any(COMPARISONS), revision + random.nextInt(2));
    }

    /// The address with a segment, or the rest of it from there, given up.
    private String wildcards(String address) {
        String[] segments = address.split("/", -1);
        int given = random.nextInt(segments.length);
        if (random.nextBoolean()) {
            segments[given] = random.nextBoolean() ? "*" : "?*";
            return String.join("/", segments);
        }
        return String.join("/", List.of(segments).subList(0, given)) + "/**";
    }

    private static SeqRange seqs(long one, long other) {
        return new SeqRange(Math.min(one, other), Math.max(one, other));
    }

    private static TimeRange times(long one, long other) {
        return Long.compareUnsigned(one, other) <= 0 ? new TimeRange(one, other) : new TimeRange(other, one);
    }

    private String beginning(String text) {
        return text.substring(0, text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length()) + 1)));
    }

    private String middle(String text) {
        String beginning = beginning(text.substring(
                0, text.offsetByCodePoints(0, Math.min(30, text.codePointCount(0, text.length())))));
        return new StringBuilder(
                        beginning(new StringBuilder(beginning).reverse().toString()))
                .reverse()
                .toString();
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
