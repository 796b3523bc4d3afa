package clasp.journal.cli;

import clasp.journal.model.SignalType;
import clasp.journal.model.TimeRange;
import clasp.journal.query.AddressPattern;
import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.query.QuerySyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// Which entries of which file. Filled by the command line; not thread-safe.
final class SelectionOptions {
    /// Said in the help of each command that reads entries.
    static final String INCOMPLETE =
            "Where a file is cut off, or it or its log is damaged, the answer is about what can still be"
                    + " read, and the exit status is 1.";

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Mixin
    private final JournalArgument argument = new JournalArgument();

    @Option(names = "--pattern", paramLabel = "P", description = "Address pattern such as /lumen/*/3/**.")
    private @Nullable String pattern;

    @Option(names = "--filter", paramLabel = "TEXT", description = "Filter as in the window: type:param value>0.5 …")
    private @Nullable String filter;

    @Option(
            names = "--from",
            paramLabel = "µs",
            converter = Micros.class,
            description = "Earliest timestamp, inclusive: µs since 1970.")
    private @Nullable Long from;

    @Option(
            names = "--to",
            paramLabel = "µs",
            converter = Micros.class,
            description = "Latest timestamp, inclusive: µs since 1970.")
    private @Nullable Long to;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many entries, the first ones.")
    private @Nullable Long limit;

    @Option(
            names = "--types",
            paramLabel = "a,b",
            split = ",",
            description = "Signal types: param, event, stream, gesture, timeline.")
    private List<String> types = List.of();

    JournalToRead journal() {
        return argument.journal();
    }

    long limit() {
        if (limit == null) {
            return Long.MAX_VALUE;
        }
        if (limit < 0) {
            throw wrong("--limit must not be negative.");
        }
        return limit;
    }

    /// All conditions together. Asked before the file is opened, so that a mistake costs nothing.
    /// @throws ParameterException for conditions that make no sense
    Filter filter() {
        List<Filter> parts = new ArrayList<>();
        if (pattern != null) {
            AddressPattern address = AddressPattern.of(pattern);
            address.problem().ifPresent(problem -> warn("The pattern is malformed. " + problem));
            parts.add(new Filter.Address(address));
        }
        if (filter != null) {
            parts.add(parsed(filter));
        }
        if (from != null || to != null) {
            parts.add(new Filter.Time(time()));
        }
        Set<String> wanted = wantedTypes();
        if (!wanted.isEmpty()) {
            parts.add(new Filter.Signal(wanted));
        }
        return parts.size() == 1 ? parts.getFirst() : new Filter.And(parts);
    }

    /// A journal can hold any text as a type, so an unknown one is no mistake, but probably meant to be another.
    private Set<String> wantedTypes() {
        Set<String> wanted = types.stream()
                .map(String::strip)
                .filter(type -> !type.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        wanted.stream()
                .filter(type -> SignalType.of(type).isEmpty())
                .forEach(type -> warn("CLASP has no signal type '" + type
                        + "'; only entries that hold exactly this text are found."));
        return wanted;
    }

    private TimeRange time() {
        long begin = from == null ? TimeRange.ALL.fromMicros() : from;
        long end = to == null ? TimeRange.ALL.toMicros() : to;
        if (Long.compareUnsigned(begin, end) > 0) {
            throw wrong("--from (" + Long.toUnsignedString(begin) + ") is later than --to ("
                    + Long.toUnsignedString(end) + ").");
        }
        return new TimeRange(begin, end);
    }

    private Filter parsed(String text) {
        try {
            Query query = Query.parse(text);
            query.problems()
                    .forEach(problem -> warn("The pattern at character " + (problem.start() + 1)
                            + " of the filter is malformed. " + problem.message()));
            return query.filter();
        } catch (QuerySyntaxException e) {
            throw wrong("The filter cannot be understood at character " + (e.position() + 1) + ": " + e.getMessage());
        }
    }

    private void warn(String sentence) {
        command.commandLine().getErr().println(sentence);
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
