package clasp.journal.live;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.RefusedException;
import clasp.journal.model.SignalType;
import clasp.journal.query.AddressPattern;
import java.util.List;
import java.util.Set;

/// What is to be recorded. Immutable.
///
/// @param patterns at least one; what matches any of them is recorded
/// @param types empty for all
/// @param history whether what the router's journal holds is recorded first
/// @param mostEntries after how many it ends by itself
public record RecordingOrder(
        RouterAddress address,
        BearerToken token,
        List<String> patterns,
        Set<SignalType> types,
        boolean history,
        long mostEntries) {
    /// It does not end by itself.
    public static final long UNLIMITED = Long.MAX_VALUE;

    /// What is recorded when nothing is chosen.
    public static final String EVERYTHING = "/**";

    /// @throws IllegalArgumentException with a sentence when a pattern cannot be meant
    public RecordingOrder {
        patterns = patterns.stream()
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .distinct()
                .toList();
        patterns = patterns.isEmpty() ? List.of(EVERYTHING) : patterns;
        types = Set.copyOf(types);
        for (String pattern : patterns) {
            AddressPattern.of(pattern).problem().ifPresent(problem -> {
                throw new RefusedException(CoreTexts.text("live.pattern", pattern, problem));
            });
        }
    }

    /// The pattern for which a router is asked for its history: it can be asked for one at a time only, and what
    /// matches several of them must come once and in order. What more comes is to be left out by [#wants].
    String historyPattern() {
        return patterns.size() == 1 ? patterns.getFirst() : "**";
    }

    /// The same with another token.
    public RecordingOrder with(BearerToken another) {
        return new RecordingOrder(address, another, patterns, types, history, mostEntries);
    }

    boolean wantsParams() {
        return types.isEmpty() || types.contains(SignalType.PARAM);
    }

    boolean wants(String address) {
        return patterns.stream().anyMatch(pattern -> AddressPattern.of(pattern).matches(address));
    }
}
