package clasp.journal.live;

import clasp.journal.model.Entry;
import clasp.journal.model.TimeRange;
import clasp.journal.query.AddressPattern;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which entries of a relay are wanted at all. The relay is asked for as much of that as it can tell for sure; the rest
/// is left out here. Immutable.
///
/// @param types names of signal types; empty for all
public record Portion(AddressPattern pattern, Set<String> types, TimeRange time) {
    public static final Portion ALL = new Portion(AddressPattern.of("/**"), Set.of(), TimeRange.ALL);

    public Portion {
        types = Set.copyOf(types);
    }

    public boolean isAll() {
        return equals(ALL);
    }

    boolean holds(Entry entry) {
        return isAll()
                || pattern.matches(entry.address())
                        && (types.isEmpty() || types.contains(entry.signalType()))
                        && time.contains(entry.timestampMicros());
    }

    /// In the form of the query bar; empty for everything.
    public String words() {
        List<String> words = new ArrayList<>();
        if (!pattern.equals(ALL.pattern)) {
            words.add(pattern.text());
        }
        if (!types.isEmpty()) {
            words.add(String.join(", ", new TreeSet<>(types)));
        }
        return String.join(" · ", words);
    }

    /// The parameters of a query for what lies in this time.
    String parameters(TimeRange part, int limit) {
        StringBuilder text = new StringBuilder("?pattern=").append(encoded(sent()));
        if (!types.isEmpty()) {
            text.append("&types=").append(encoded(String.join(",", new TreeSet<>(types))));
        }
        // A bound that excludes nothing is left out: CLASP compares signed numbers.
        if (part.fromMicros() != 0) {
            text.append("&from=").append(Long.toUnsignedString(part.fromMicros()));
        }
        if (part.toMicros() != -1) {
            text.append("&to=").append(Long.toUnsignedString(part.toMicros()));
        }
        return text.append("&limit=").append(limit).toString();
    }

    /// A pattern that CLASP applies before the limit, and that matches all that this one does: with a wildcard in the
    /// middle a limited answer would hold too few.
    String sent() {
        if (pattern.isLiteral() && pattern.literalPrefix().equals(pattern.text())) {
            return pattern.text();
        }
        int slash = pattern.literalPrefix().lastIndexOf('/');
        return slash < 0 ? "/**" : pattern.literalPrefix().substring(0, slash) + "/**";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
