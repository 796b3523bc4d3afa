package clasp.journal.recovery;

import clasp.journal.model.Entry;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The params of a state with their values, which are read from the journal only where they are not those
/// shown before. Holds the values of one state. Confined to its owner's lock.
final class ShownParams {
    private static final int MOST_AUTHORS = 10_000;

    private final JournalReader journal;
    private final RecoveryRule rule;
    private final Map<String, String> authors = new HashMap<>();
    private @Nullable Lineage lineage;
    private @Nullable RecoveredParam[] params = new RecoveredParam[16];

    ShownParams(JournalReader journal, RecoveryRule rule) {
        this.journal = journal;
        this.rule = rule;
    }

    /// @throws JournalException when an entry is gone meanwhile
    List<RecoveredParam> of(ParamSlots slots, Cancellation cancellation) {
        if (lineage != slots.lineage()) {
            lineage = slots.lineage();
            Arrays.fill(params, null);
        }
        if (params.length < slots.size()) {
            params = Arrays.copyOf(params, Math.max(slots.size(), 2 * params.length));
        }
        Map<Long, Integer> missing = new HashMap<>();
        for (int id = 0; id < slots.size(); id++) {
            RecoveredParam before = params[id];
            long seq = slots.seq(id);
            if (before == null || before.seq() != seq || before.param().revision() != slots.revision(id)) {
                if (seq == RecoveredParam.FROM_SNAPSHOT) {
                    params[id] = slots.lineage().base().get(id);
                } else {
                    missing.put(seq, id);
                }
            }
        }
        read(slots, missing, cancellation);
        List<RecoveredParam> all = new ArrayList<>(slots.size());
        for (int id = 0; id < slots.size(); id++) {
            RecoveredParam param = params[id];
            if (param == null) {
                throw new JournalException("The journal “" + journal.info().name()
                        + "” was compacted while a state was recovered from it. Ask again.");
            }
            all.add(param);
        }
        return all;
    }

    private void read(ParamSlots slots, Map<Long, Integer> missing, Cancellation cancellation) {
        missing.values().forEach(id -> params[id] = null);
        for (Entry entry : journal.entries(missing.keySet(), cancellation)) {
            Integer id = missing.get(entry.seq());
            if (id != null) {
                if (authors.size() > MOST_AUTHORS) {
                    authors.clear();
                }
                String author = authors.computeIfAbsent(entry.author(), same -> same);
                params[id] = rule.recovered(entry, slots.lineage().address(id), author, slots.revision(id));
            }
        }
    }
}
