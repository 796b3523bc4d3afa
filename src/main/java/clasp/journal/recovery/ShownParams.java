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
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// The params of a state with their values, which are read from the journal only where they are not those
/// shown before. Holds the values of one state. Confined to its owner's lock.
final class ShownParams {
    private static final int ENTRIES_AT_ONCE = 8_192;
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

    /// Seqs stand for other entries now.
    void forget() {
        lineage = null;
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
        var missing = LongStream.builder();
        for (int id = 0; id < slots.size(); id++) {
            RecoveredParam before = params[id];
            long seq = slots.seq(id);
            if (before == null || before.seq() != seq || before.param().revision() != slots.revision(id)) {
                if (seq == RecoveredParam.FROM_SNAPSHOT) {
                    params[id] = slots.lineage().base().get(id);
                } else {
                    params[id] = null;
                    missing.add(seq);
                }
            }
        }
        read(slots, missing.build().sorted().toArray(), cancellation);
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

    /// Only some at once, so that a million entries are never held beside a million params.
    private void read(ParamSlots slots, long[] seqs, Cancellation cancellation) {
        for (int from = 0; from < seqs.length; from += ENTRIES_AT_ONCE) {
            int to = Math.min(seqs.length, from + ENTRIES_AT_ONCE);
            List<Long> some = Arrays.stream(seqs, from, to).boxed().toList();
            for (Entry entry : journal.entries(some, cancellation)) {
                int id = slots.lineage().known(entry.address());
                if (id != TextIds.NONE && id < slots.size() && slots.seq(id) == entry.seq()) {
                    if (authors.size() > MOST_AUTHORS) {
                        authors.clear();
                    }
                    String author = authors.computeIfAbsent(entry.author(), same -> same);
                    params[id] = rule.recovered(entry, slots.lineage().address(id), author, slots.revision(id));
                }
            }
        }
    }
}
