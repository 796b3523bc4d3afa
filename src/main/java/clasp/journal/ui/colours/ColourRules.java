package clasp.journal.ui.colours;

import clasp.journal.model.Entry;
import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.query.QuerySyntaxException;
import clasp.journal.settings.Settings;
import clasp.journal.ui.fx.Tint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The rules for all journals, kept between runs; the first that finds an entry gives it its colour. Confined to the FX
/// thread.
public final class ColourRules {
    private static final String SECTION = "colours";

    /// As remembered.
    record Remembered(List<ColourRule> rules) {
        Remembered {
            rules = rules == null ? List.of() : List.copyOf(rules);
        }
    }

    private record Ready(Filter filter, Tint tint) {}

    private final Settings settings;
    private final ReadOnlyObjectWrapper<Function<Entry, @Nullable Tint>> tints = new ReadOnlyObjectWrapper<>();
    private List<ColourRule> rules;

    public ColourRules(Settings settings) {
        this.settings = settings;
        rules = settings.read(SECTION, Remembered.class, new Remembered(List.of()))
                .rules();
        tints.set(tints(rules));
    }

    List<ColourRule> all() {
        return rules;
    }

    void set(List<ColourRule> now) {
        rules = List.copyOf(now);
        settings.write(SECTION, new Remembered(rules));
        tints.set(tints(rules));
    }

    /// The colour of an entry; null for none. Another function whenever the rules have changed.
    public ReadOnlyObjectProperty<Function<Entry, @Nullable Tint>> tints() {
        return tints.getReadOnlyProperty();
    }

    /// What is wrong with a filter, as a sentence.
    static Optional<String> problem(String filter) {
        try {
            return Query.parse(filter).problems().stream().findFirst().map(problem -> problem.message());
        } catch (QuerySyntaxException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /// Rules that are no filter, or empty, colour nothing.
    private static Function<Entry, @Nullable Tint> tints(List<ColourRule> rules) {
        List<Ready> ready = new ArrayList<>();
        for (ColourRule rule : rules) {
            filter(rule.filter()).ifPresent(filter -> ready.add(new Ready(filter, rule.tint())));
        }
        return entry -> {
            for (Ready rule : ready) {
                if (rule.filter.matches(entry)) {
                    return rule.tint;
                }
            }
            return null;
        };
    }

    private static Optional<Filter> filter(String text) {
        try {
            return text.isBlank()
                    ? Optional.empty()
                    : Optional.of(Query.parse(text).filter());
        } catch (QuerySyntaxException e) {
            return Optional.empty();
        }
    }
}
