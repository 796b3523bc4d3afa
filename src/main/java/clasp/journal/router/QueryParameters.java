package clasp.journal.router;

import clasp.journal.model.SignalType;
import clasp.journal.model.TimeRange;
import clasp.journal.query.AddressPattern;
import clasp.journal.query.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/// The parameters of the REST API, by CLASP's names. Immutable.
record QueryParameters(Fields fields) {
    private static final Pattern NEGATIVE = Pattern.compile("-\\d+");

    /// A parameter that makes no sense; the message is a sentence.
    static final class BadParameterException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadParameterException(String sentence) {
            super(sentence);
        }
    }

    /// @throws BadParameterException when they cannot be decoded
    static QueryParameters of(Request request) {
        try {
            return new QueryParameters(Request.extractQueryParameters(request));
        } catch (IllegalArgumentException | IllegalStateException notDecoded) {
            throw new BadParameterException("The query is no UTF-8 text in percent-encoding.");
        }
    }

    /// What `pattern`, `from`, `to` and `types` ask for.
    Filter filter() {
        List<Filter> parts = new ArrayList<>();
        parts.add(new Filter.Address(pattern()));
        parts.add(new Filter.Time(time()));
        Set<String> types = types();
        if (!types.isEmpty()) {
            parts.add(new Filter.Signal(types));
        }
        return new Filter.And(parts);
    }

    /// At most this many entries; [Long#MAX_VALUE] where nothing is said, as in CLASP.
    long limit() {
        return number("limit", Long.MAX_VALUE);
    }

    long seq() {
        if (text("seq") == null) {
            throw new BadParameterException("The parameter seq is missing.");
        }
        return number("seq", 0);
    }

    private AddressPattern pattern() {
        String text = text("pattern");
        AddressPattern pattern = AddressPattern.of(text == null ? "/**" : text);
        pattern.problem().ifPresent(sentence -> {
            throw new BadParameterException("The pattern " + text + " is malformed: " + sentence);
        });
        return pattern;
    }

    private TimeRange time() {
        long from = micros("from", 0);
        long to = micros("to", -1);
        if (Long.compareUnsigned(from, to) > 0) {
            throw new BadParameterException("The time range begins after it ends.");
        }
        return new TimeRange(from, to);
    }

    /// Names that CLASP does not know are ignored; when no other is there, all types are asked for.
    private Set<String> types() {
        String text = text("types");
        return text == null
                ? Set.of()
                : Stream.of(text.split(","))
                        .map(String::strip)
                        .filter(name -> SignalType.of(name).isPresent())
                        .collect(Collectors.toSet());
    }

    private long micros(String name, long otherwise) {
        String text = text(name);
        try {
            return text == null ? otherwise : Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            throw new BadParameterException("The parameter " + name + " is no number of microseconds: " + text);
        }
    }

    /// CLASP counts up to 2^64 - 1; whatever no journal here can reach is the most there is.
    private long number(String name, long otherwise) {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        try {
            long number = Long.parseUnsignedLong(text);
            return number < 0 ? Long.MAX_VALUE : number;
        } catch (NumberFormatException e) {
            String problem = NEGATIVE.matcher(text).matches() ? " is negative: " : " is no whole number: ";
            throw new BadParameterException("The parameter " + name + problem + text);
        }
    }

    private @Nullable String text(String name) {
        Fields.Field field = fields.get(name);
        return field == null ? null : field.getValue();
    }
}
