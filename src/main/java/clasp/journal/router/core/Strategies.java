package clasp.journal.router.core;

import clasp.journal.query.AddressPattern;
import java.util.List;

/// Which strategy holds at which address. Immutable.
///
/// @param rules the first whose pattern matches an address decides; without one, the last write counts
public record Strategies(List<Rule> rules) {
    public static final Strategies LAST_WRITE = new Strategies(List.of());

    public Strategies {
        rules = List.copyOf(rules);
    }

    public ConflictStrategy at(String address) {
        for (Rule rule : rules) {
            if (rule.pattern().matches(address)) {
                return rule.strategy();
            }
        }
        return ConflictStrategy.LAST_WRITE;
    }

    public record Rule(AddressPattern pattern, ConflictStrategy strategy) {}
}
