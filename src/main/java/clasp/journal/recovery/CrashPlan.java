package clasp.journal.recovery;

import clasp.journal.model.ClaspValue;
import clasp.journal.model.Utf8Order;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a crash would lose: the state as it is documented to be at a seq, against what clasp-router 4.5
/// would come back with from the snapshots and entries up to there. Thread-safe.
public final class CrashPlan {
    private static final ValueComparison VALUES = new ValueComparison(BigDecimal.ZERO);

    private final StateHistory documented;
    private final StateHistory router;

    /// For one question or a few.
    public CrashPlan(JournalReader journal) {
        this(new StateHistory(journal, RecoveryRule.DOCUMENTED), new StateHistory(journal, RecoveryRule.CLASP_ROUTER));
    }

    /// For many questions: they cost no more than the states that they compare.
    public CrashPlan(StateHistory documented, StateHistory router) {
        this.documented = documented;
        this.router = router;
    }

    /// The params that a router would not have back as they were, by address.
    ///
    /// @param seq the last entry before the crash
    public List<Loss> at(long seq, Progress progress, Cancellation cancellation) {
        Map<String, RecoveredParam> before = byAddress(documented.at(seq, progress, cancellation));
        return router.look(
                seq,
                (state, slots) -> {
                    Map<String, RecoveredParam> after = byAddress(state);
                    List<Loss> losses = new ArrayList<>();
                    before.forEach((address, param) -> {
                        RecoveredParam now = after.remove(address);
                        Loss.Kind kind = kind(param, now);
                        if (kind != null) {
                            losses.add(loss(kind, address, param, now, slots));
                        }
                    });
                    after.forEach((address, param) -> losses.add(loss(Loss.Kind.EXTRA, address, null, param, slots)));
                    return losses;
                },
                progress,
                cancellation);
    }

    private static Loss loss(
            Loss.Kind kind,
            String address,
            @Nullable RecoveredParam before,
            @Nullable RecoveredParam after,
            ParamSlots slots) {
        int id = slots.lineage().known(address);
        return new Loss(
                kind,
                address,
                before,
                after,
                id == AddressIds.NONE ? List.of() : slots.rejections().last(id),
                id == AddressIds.NONE ? 0 : slots.rejections().count(id));
    }

    private static Loss.@Nullable Kind kind(RecoveredParam before, @Nullable RecoveredParam after) {
        if (after == null) {
            return Loss.Kind.MISSING;
        }
        String stored = before.param().valueJson();
        boolean alike =
                VALUES.compare(ClaspValue.read(stored), after.param().valueJson()) == ValueComparison.Outcome.ALIKE;
        if (!alike || ClaspValue.isUnreadable(stored)) {
            return Loss.Kind.STALE;
        }
        return before.param().revision() == after.param().revision() ? null : Loss.Kind.WRONG_REVISION;
    }

    private static Map<String, RecoveredParam> byAddress(RecoveredState state) {
        Map<String, RecoveredParam> params = new TreeMap<>(Utf8Order.INSTANCE);
        state.params().forEach(param -> params.put(param.address(), param));
        return params;
    }
}
