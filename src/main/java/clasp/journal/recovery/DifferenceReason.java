package clasp.journal.recovery;

import clasp.journal.model.CoreTexts;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says why two states differ in a param: what each has and since when, and what a router rejects on the way.
/// Immutable.
record DifferenceReason(ComparedState left, ComparedState right) {
    StateDifference explained(
            StateDifference.Kind kind,
            String address,
            @Nullable RecoveredParam before,
            @Nullable RecoveredParam after) {
        return new StateDifference(kind, address, before, after, reason(address, before, after));
    }

    private String reason(String address, @Nullable RecoveredParam before, @Nullable RecoveredParam after) {
        return side(left, address, before) + " " + side(right, address, after);
    }

    private static String side(ComparedState state, String address, @Nullable RecoveredParam param) {
        if (param == null) {
            String key = state.partial() ? "recoveryView.reason.withoutPartial" : "recoveryView.reason.without";
            return CoreTexts.text(key, state.name());
        }
        String value = RecoveryTexts.inWords(param.param());
        RejectedEntries.OfAddress rejected = state.rejections().get(address);
        if (rejected != null) {
            return keeps(state, value, rejected);
        }
        if (param.setBy().isPresent()) {
            return CoreTexts.text("recoveryView.reason.set", state.name(), value, Long.toString(param.seq()));
        }
        return switch (state.origin()) {
            case SNAPSHOT -> CoreTexts.text("recoveryView.reason.stored", state.name(), value);
            case ROUTER -> CoreTexts.text("recoveryView.reason.now", state.name(), value);
        };
    }

    /// `clasp-router keeps 0.2: entries 812 and 904 are rejected, they carry revisions 2 and 3 where it expects 1.`
    private static String keeps(ComparedState state, String value, RejectedEntries.OfAddress rejected) {
        List<RejectedEntries.Rejection> last = rejected.last();
        String seqs =
                listed(last.stream().map(each -> Long.toString(each.seq())).toList());
        String carried = listed(
                last.stream().map(each -> Long.toUnsignedString(each.carried())).toList());
        String expected = last.stream()
                .map(each -> Long.toUnsignedString(each.expected()))
                .distinct()
                .collect(Collectors.joining(", "));
        String which = rejected.count() > last.size()
                ? CoreTexts.text("recoveryView.reason.many", Long.toString(rejected.count()), seqs)
                : last.size() == 1
                        ? CoreTexts.text("recoveryView.reason.entry", seqs)
                        : CoreTexts.text("recoveryView.reason.entries", seqs);
        String key = last.size() == 1 ? "recoveryView.reason.keepsOne" : "recoveryView.reason.keeps";
        return CoreTexts.text(key, state.name(), value, which, carried, expected);
    }

    private static String listed(List<String> items) {
        return items.size() < 2
                ? String.join("", items)
                : String.join(", ", items.subList(0, items.size() - 1)) + " " + CoreTexts.text("recoveryView.and") + " "
                        + items.getLast();
    }
}
