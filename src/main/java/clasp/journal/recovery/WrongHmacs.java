package clasp.journal.recovery;

import clasp.journal.model.Entry;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import clasp.journal.store.JournalReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// Makes problems of the seqs whose HMAC is wrong, with the address that each entry has: a few hundred are looked up
/// at once. Told in the order of the seqs; the last ones by [#close]. Confined to one check.
final class WrongHmacs implements LongConsumer, AutoCloseable {
    private static final int AT_ONCE = 500;

    private final JournalReader journal;
    private final Consumer<Problem> found;
    private final Cancellation cancellation;
    private final List<Long> waiting = new ArrayList<>();

    WrongHmacs(JournalReader journal, Consumer<Problem> found, Cancellation cancellation) {
        this.journal = journal;
        this.found = found;
        this.cancellation = cancellation;
    }

    @Override
    public void accept(long seq) {
        waiting.add(seq);
        if (waiting.size() == AT_ONCE) {
            close();
        }
    }

    @Override
    public void close() {
        Map<Long, String> addresses = addresses();
        waiting.forEach(seq -> found.accept(Problem.of(ProblemKind.WRONG_HMAC, seq, addresses.get(seq))));
        waiting.clear();
    }

    /// None where the file is damaged meanwhile: which entry it is says the seq, too.
    private Map<Long, String> addresses() {
        Map<Long, String> addresses = new HashMap<>();
        try {
            for (Entry entry : journal.entries(waiting, cancellation)) {
                addresses.put(entry.seq(), entry.address());
            }
        } catch (DamagedException toldByTheCheck) {
            return Map.of();
        }
        return addresses;
    }
}
