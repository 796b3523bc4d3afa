package clasp.journal.recovery;

import clasp.journal.model.ClaspValue;
import clasp.journal.model.Utf8Order;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a crash would lose: the state as it is documented to be at a seq, against what clasp-router 4.5 would come back
/// with from the snapshots and entries up to there. Thread-safe.
public final class CrashPlan {
    private static final ValueComparison VALUES = new ValueComparison(BigDecimal.ZERO);

    private final JournalReader journal;

    public CrashPlan(JournalReader journal) {
        this.journal = journal;
    }

    /// The params that a router would not have back as they were, by address.
    ///
    /// @param seq the last entry before the crash
    public List<Loss> at(long seq, Progress progress, Cancellation cancellation) {
        RecoveredState documented = new Recovery(journal, RecoveryRule.DOCUMENTED).at(seq, progress, cancellation);
        Rejections rejections = new Rejections();
        RecoveredState router = new Recovery(journal, RecoveryRule.CLASP_ROUTER)
                .at(
                        seq,
                        (entry, fate) -> {
                            if (fate instanceof Fate.Rejected) {
                                rejections.add(entry.address(), entry.seq());
                            }
                        },
                        progress,
                        cancellation);
        Map<String, RecoveredParam> before = byAddress(documented);
        Map<String, RecoveredParam> after = byAddress(router);
        List<Loss> losses = new ArrayList<>();
        before.forEach((address, param) -> {
            RecoveredParam now = after.remove(address);
            Loss.Kind kind = kind(param, now);
            if (kind != null) {
                losses.add(rejections.loss(kind, address, param, now));
            }
        });
        after.forEach((address, param) -> losses.add(rejections.loss(Loss.Kind.EXTRA, address, null, param)));
        return losses;
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

    /// The last rejected entries of each address, and how many there are. Confined to one plan.
    private static final class Rejections {
        private final Map<String, Deque<Long>> last = new HashMap<>();
        private final Map<String, Long> counts = new HashMap<>();

        void add(String address, long seq) {
            Deque<Long> seqs = last.computeIfAbsent(address, any -> new ArrayDeque<>());
            seqs.add(seq);
            if (seqs.size() > Loss.MOST_LISTED) {
                seqs.remove();
            }
            counts.merge(address, 1L, Long::sum);
        }

        Loss loss(Loss.Kind kind, String address, @Nullable RecoveredParam before, @Nullable RecoveredParam after) {
            return new Loss(
                    kind,
                    address,
                    before,
                    after,
                    List.copyOf(last.getOrDefault(address, new ArrayDeque<>())),
                    counts.getOrDefault(address, 0L));
        }
    }
}
