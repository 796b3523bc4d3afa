package clasp.journal.testing;

import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.query.AddressPattern;
import clasp.journal.query.Comparison;
import clasp.journal.query.Filter;
import clasp.journal.query.TextPattern;
import clasp.journal.query.TextSearch;
import clasp.journal.query.ValueTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Filters of every kind, the same for the same seed, in the form in which the filter language reads them (no `And`
/// or `Or` of a single part). Confined to one thread.
public final class RandomFilters {
    private static final List<String> PATTERNS = List.of(
            "/lumen/**",
            "/lumen/scene/*/layer/**",
            "**",
            "*",
            "/**",
            "!/audio/**",
            "/{lumen,midi}/**",
            "/lumen/scene/[0-4]/**",
            "/größe/??",
            "**/opacity",
            "/midi/cc/7",
            "/a b/*",
            "",
            "/a\"(",
            "type:/x",
            "-/x",
            "plain",
            "/foo/[a",
            "\\",
            "(",
            "a)b",
            "/a(b)",
            "!",
            "/x\n\t\u0001",
            "/🎛/*",
            "addr:/x");
    private static final List<String> TEXTS = List.of(
            "opacity",
            "",
            "or",
            "NOT",
            "two words",
            "a,b",
            "\"",
            "\\",
            "13a1",
            "0.5",
            "ü",
            "(",
            ")",
            "-x",
            "13a1*",
            "*",
            "a/b",
            "value>3",
            "\uD83C\uDF9B",
            "\u00a0",
            "and",
            "from:3",
            "x\r\ny",
            "_",
            "%");
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "-1",
            "0.5",
            "0.50",
            "1e300",
            "-1.5E-10",
            "9223372036854775807",
            "18446744073709551616",
            "1e999999999",
            "0.1",
            "64",
            "100");
    private static final List<String> LITERALS =
            List.of("true", "false", "null", "\"\"", "\"a b\"", "\"\\\"\\\\\"", "\"ü\"", "\"1\"");

    private final Random random;
    private final long latestSeq;
    private final TimeRange times;

    /// @param latestSeq about where seqs end
    /// @param times about where times lie
    public RandomFilters(long seed, long latestSeq, TimeRange times) {
        this.random = new Random(seed);
        this.latestSeq = latestSeq;
        this.times = times;
    }

    /// @param depth how deep it may be nested
    public Filter next(int depth) {
        return switch (depth == 0 ? 3 : random.nextInt(6)) {
            case 0 -> new Filter.And(parts(depth));
            case 1 -> new Filter.Or(parts(depth));
            case 2 -> not(next(depth - 1));
            default -> condition();
        };
    }

    private List<Filter> parts(int depth) {
        int count = random.nextInt(10) == 0 ? 0 : 2 + random.nextInt(3);
        return new ArrayList<>(
                IntStream.range(0, count).mapToObj(index -> next(depth - 1)).toList());
    }

    private static Filter not(Filter part) {
        return part.equals(Filter.ALL) ? Filter.NONE : new Filter.Not(part);
    }

    private Filter condition() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> new Filter.Address(AddressPattern.of(any(PATTERNS)));
            case 2 ->
                new Filter.Signal(
                        some(List.of("param", "event", "stream", "gesture", "timeline", "odd, type", "Param", "")));
            case 3 -> new Filter.Author(new TextPattern(any(TEXTS)));
            case 4 -> new Filter.Message(some(List.of(0x20L, 0x21L, 0x22L, 300L, -1L)));
            case 5 ->
                new Filter.Value(new ValueTest.Number(any(List.of(Comparison.values())), new BigDecimal(any(NUMBERS))));
            case 6 -> new Filter.Value(new ValueTest.Same(random.nextBoolean(), any(LITERALS)));
            case 7 -> new Filter.Value(new ValueTest.Contains(new TextSearch(any(TEXTS))));
            case 8 -> revision();
            case 9 -> new Filter.Seq(seqs());
            case 10 -> new Filter.Time(times());
            default -> new Filter.Text(new TextSearch(any(TEXTS)));
        };
    }

    private Filter revision() {
        return random.nextInt(3) == 0
                ? new Filter.HasRevision(random.nextBoolean())
                : new Filter.Revision(
                        any(List.of(Comparison.values())), random.nextInt(4) == 0 ? -1L : random.nextInt(50));
    }

    private SeqRange seqs() {
        long one = random.nextLong(latestSeq + 1);
        long other = random.nextLong(latestSeq + 1);
        return switch (random.nextInt(4)) {
            case 0 -> new SeqRange(one, Long.MAX_VALUE);
            case 1 -> new SeqRange(Long.MIN_VALUE, one);
            case 2 -> new SeqRange(one, one);
            default -> new SeqRange(Math.min(one, other), Math.max(one, other));
        };
    }

    private TimeRange times() {
        long one = time();
        long other = time();
        return switch (random.nextInt(5)) {
            case 0 -> new TimeRange(one, -1L);
            case 1 -> new TimeRange(0, one);
            case 2 -> TimeRange.ALL;
            default -> Long.compareUnsigned(one, other) <= 0 ? new TimeRange(one, other) : new TimeRange(other, one);
        };
    }

    private long time() {
        long span = times.toMicros() - times.fromMicros();
        return random.nextInt(10) == 0 ? random.nextLong() : times.fromMicros() + random.nextLong(Math.max(1, span));
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T extends Comparable<T>> Set<T> some(List<T> of) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(index -> any(of))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
