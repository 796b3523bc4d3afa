package clasp.journal.ui.snapshot;

import clasp.journal.model.Param;
import clasp.journal.recovery.ParamChange;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What params and changes can be sorted by.
enum ParamColumn {
    KIND(param -> "", ParamChange::kind),
    ADDRESS(Param::address, ParamChange::address),
    VALUE(param -> ValueOrder.of(param.valueJson()), change -> value(change.after())),
    VALUE_BEFORE(param -> "", change -> value(change.before())),
    RISE(param -> "", change -> ValueOrder.of(change.rise().orElse(null), "")),
    REVISION(
            param -> new Unsigned(param.revision()),
            change -> new Unsigned(latest(change).revision())),
    WRITER(Param::writer, change -> latest(change).writer()),
    TIME(
            param -> new Unsigned(param.timestampMicros()),
            change -> new Unsigned(latest(change).timestampMicros()));

    private record Unsigned(long bits) implements Comparable<Unsigned> {
        @Override
        public int compareTo(Unsigned other) {
            return Long.compareUnsigned(bits, other.bits);
        }
    }

    private record Keyed<T, K>(T item, K key) {}

    private final Sorting<Param> params;
    private final Sorting<ParamChange> changes;

    <P extends Comparable<P>, C extends Comparable<C>> ParamColumn(
            Function<Param, P> ofParam, Function<ParamChange, C> ofChange) {
        params = (items, ascending) -> sort(items, ofParam, ascending);
        changes = (items, ascending) -> sort(items, ofChange, ascending);
    }

    List<Param> sortParams(List<Param> items, boolean ascending) {
        return params.sort(items, ascending);
    }

    List<ParamChange> sortChanges(List<ParamChange> items, boolean ascending) {
        return changes.sort(items, ascending);
    }

    @FunctionalInterface
    private interface Sorting<T> {
        List<T> sort(List<T> items, boolean ascending);
    }

    /// Stable; each item's key is made once.
    private static <T, K extends Comparable<K>> List<T> sort(List<T> items, Function<T, K> key, boolean ascending) {
        Comparator<Keyed<T, K>> order = Comparator.comparing(Keyed::key);
        return items.stream()
                .map(item -> new Keyed<>(item, key.apply(item)))
                .sorted(ascending ? order : order.reversed())
                .map(Keyed::item)
                .toList();
    }

    private static ValueOrder value(@Nullable Param param) {
        return ValueOrder.of(param == null ? null : param.valueJson());
    }

    private static Param latest(ParamChange change) {
        return change.later().or(change::earlier).orElseThrow();
    }
}
