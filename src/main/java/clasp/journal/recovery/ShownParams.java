package clasp.journal.recovery;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.EntryGlance;
import clasp.journal.store.GlanceVisitor;
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
    private static final int SEQS_PASSED_BY = 50;
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
        List<RecoveredParam> base = slots.lineage().base();
        var missing = LongStream.builder();
        for (int id = 0; id < slots.size(); id++) {
            RecoveredParam before = params[id];
            long seq = slots.seq(id);
            if (before == null || before.seq() != seq || before.param().revision() != slots.revision(id)) {
                // An entry may have that seq, too: then it stands before any snapshot, and its param is in none.
                if (seq == RecoveredParam.FROM_SNAPSHOT && id < base.size()) {
                    params[id] = base.get(id);
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
                throw new JournalException(CoreTexts.text(
                        "recovery.compactedMeanwhile", journal.info().name()));
            }
            all.add(param);
        }
        return all;
    }

    private void read(ParamSlots slots, long[] seqs, Cancellation cancellation) {
        if (seqs.length > ENTRIES_AT_ONCE && (seqs[seqs.length - 1] - seqs[0]) / seqs.length < SEQS_PASSED_BY) {
            pass(slots, seqs, cancellation);
        } else {
            lookUp(slots, seqs, cancellation);
        }
    }

    /// Passing by the entries between takes less than looking up so many.
    private void pass(ParamSlots slots, long[] seqs, Cancellation cancellation) {
        journal.glance(
                new SeqRange(seqs[0], seqs[seqs.length - 1]),
                new GlanceVisitor() {
                    private int next;

                    @Override
                    public boolean wants(long seq) {
                        while (next < seqs.length && seqs[next] < seq) {
                            next++;
                        }
                        while (next > 0 && seqs[next - 1] >= seq) {
                            next--;
                        }
                        return next < seqs.length && seqs[next] == seq;
                    }

                    @Override
                    public void ahead(List<? extends EntryGlance> entries) {
                        slots.ahead(entries);
                    }

                    @Override
                    public void see(EntryGlance entry) {
                        int id = slots.lineage().known(entry.addressBytes());
                        if (isSetBy(slots, id, entry.seq())) {
                            show(slots, id, entry.entry());
                        }
                    }
                },
                cancellation);
    }

    private static boolean isSetBy(ParamSlots slots, int id, long seq) {
        return id != AddressIds.NONE && id < slots.size() && slots.seq(id) == seq;
    }

    private void show(ParamSlots slots, int id, Entry entry) {
        if (authors.size() > MOST_AUTHORS) {
            authors.clear();
        }
        String author = authors.computeIfAbsent(entry.author(), same -> same);
        params[id] = rule.recovered(entry, entry.address(), author, slots.revision(id));
    }

    /// Only some at once, so that a million entries are never held beside a million params.
    private void lookUp(ParamSlots slots, long[] seqs, Cancellation cancellation) {
        for (int from = 0; from < seqs.length; from += ENTRIES_AT_ONCE) {
            int to = Math.min(seqs.length, from + ENTRIES_AT_ONCE);
            List<Long> some = Arrays.stream(seqs, from, to).boxed().toList();
            for (Entry entry : journal.entries(some, cancellation)) {
                int id = slots.lineage().known(entry.address());
                if (isSetBy(slots, id, entry.seq())) {
                    show(slots, id, entry);
                }
            }
        }
    }
}
