package clasp.journal.recovery;

import clasp.journal.model.Param;
import clasp.journal.model.Snapshot;
import clasp.journal.store.TextBytes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Params that are in snapshots though no entry set them, in a journal that has all its entries from the first one on.
/// Once a snapshot has brought one, it may be in those that follow; those of a snapshot before the first entry were
/// there when the journal began. Confined to one scan.
final class UnsetParams {
    private final AddressIds ids;
    private final BitSet brought = new BitSet();
    private long completeTo;

    /// @param ids of all addresses that entries set
    UnsetParams(AddressIds ids) {
        this.ids = ids;
    }

    void entry(long seq) {
        if (seq == completeTo + 1) {
            completeTo = seq;
        }
    }

    /// Those that the snapshot is the first one to have; none when entries before it are missing.
    ///
    /// @param known how many addresses the entries up to the snapshot had set
    List<Param> in(Snapshot snapshot, int known) {
        List<Param> unset = new ArrayList<>();
        long seqAt = snapshot.info().seqAt();
        if (seqAt <= completeTo) {
            for (Param param : snapshot.params()) {
                int id = ids.of(TextBytes.of(param.address()));
                if (id >= known && !brought.get(id)) {
                    brought.set(id);
                    if (seqAt > 0) {
                        unset.add(param);
                    }
                }
            }
        }
        return unset;
    }
}
