package clasp.journal.ui.recovery;

import clasp.journal.query.AddressPattern;
import clasp.journal.query.TextSearch;
import clasp.journal.recovery.RecoveredParam;
import clasp.journal.recovery.RecoveredState;
import clasp.journal.store.Cancellation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// How a state is laid out in the table: pinned addresses on top whatever the filter is, then what fits it. Immutable.
///
/// @param filter an address pattern, or text to be found in address, value or writer
/// @param changedAfter params set by an entry after this one have just changed
record StateLayout(String filter, StateOrder order, boolean ascending, Set<String> pins, long changedAfter) {
    StateLayout {
        pins = Set.copyOf(pins);
    }

    List<StateRow> of(RecoveredState state, Cancellation cancellation) {
        Predicate<RecoveredParam> wanted = wanted();
        Map<String, RecoveredParam> pinned = new HashMap<>();
        List<RecoveredParam> fitting = new ArrayList<>();
        for (RecoveredParam param : state.params()) {
            cancellation.check();
            if (pins.contains(param.address())) {
                pinned.put(param.address(), param);
            } else if (wanted.test(param)) {
                fitting.add(param);
            }
        }
        List<StateRow> rows = new ArrayList<>(pins.size() + fitting.size());
        for (String address : new TreeSet<>(pins)) {
            RecoveredParam param = pinned.get(address);
            rows.add(new StateRow(address, param, param != null && changed(param), true));
        }
        for (RecoveredParam param : order.sorted(fitting, ascending)) {
            rows.add(new StateRow(param.address(), param, changed(param), false));
        }
        return rows;
    }

    private boolean changed(RecoveredParam param) {
        return param.setBy().isPresent() && param.seq() > changedAfter;
    }

    private Predicate<RecoveredParam> wanted() {
        String text = filter.strip();
        if (text.isEmpty()) {
            return param -> true;
        }
        boolean begins = text.startsWith("/") || text.startsWith("*") || text.startsWith("!");
        if (begins && text.chars().anyMatch(c -> "*?[{!\\".indexOf(c) >= 0)) {
            var pattern = AddressPattern.of(text);
            return param -> pattern.matches(param.address());
        }
        var search = new TextSearch(text);
        return param -> search.in(param.address())
                || search.in(param.param().valueJson())
                || search.in(param.param().writer());
    }
}
