package clasp.journal.ui.recovery;

import clasp.journal.model.Utf8Order;
import clasp.journal.recovery.JsonNumber;
import clasp.journal.recovery.RecoveredParam;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What the state table can be sorted by.
public enum StateOrder {
    LAST_CHANGE,
    ADDRESS,
    VALUE,
    REVISION,
    WRITER,
    TIME;

    private record Keyed(Optional<BigDecimal> number, RecoveredParam param) {}

    /// A new list in this order; equal ones by address.
    List<RecoveredParam> sorted(List<RecoveredParam> params, boolean ascending) {
        Comparator<RecoveredParam> byAddress = Comparator.comparing(RecoveredParam::address, Utf8Order.INSTANCE);
        Comparator<RecoveredParam> order = switch (this) {
            case LAST_CHANGE -> Comparator.comparingLong(RecoveredParam::seq);
            case ADDRESS -> byAddress;
            case VALUE -> null;
            case REVISION ->
                (a, b) -> Long.compareUnsigned(a.param().revision(), b.param().revision());
            case WRITER -> Comparator.comparing(param -> param.param().writer());
            case TIME ->
                (a, b) -> Long.compareUnsigned(
                        a.param().timestampMicros(), b.param().timestampMicros());
        };
        if (order == null) {
            return byValue(params, ascending, byAddress);
        }
        return params.stream()
                .sorted((ascending ? order : order.reversed()).thenComparing(byAddress))
                .toList();
    }

    /// Numbers by size, then everything else as text.
    private static List<RecoveredParam> byValue(
            List<RecoveredParam> params, boolean ascending, Comparator<RecoveredParam> byAddress) {
        Comparator<Keyed> order = (a, b) -> {
            if (a.number().isPresent() && b.number().isPresent()) {
                return a.number().get().compareTo(b.number().get());
            }
            if (a.number().isPresent() != b.number().isPresent()) {
                return a.number().isPresent() ? -1 : 1;
            }
            return a.param().param().valueJson().compareTo(b.param().param().valueJson());
        };
        return params.stream()
                .map(param -> new Keyed(JsonNumber.of(param.param().valueJson()), param))
                .sorted((ascending ? order : order.reversed()).thenComparing(Keyed::param, byAddress))
                .map(Keyed::param)
                .toList();
    }
}
