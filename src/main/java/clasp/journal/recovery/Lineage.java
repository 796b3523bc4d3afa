package clasp.journal.recovery;

import clasp.journal.model.Param;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All states that begin with one snapshot, or with nothing: the order in which addresses come into being
/// is the same in each of them, so that a param has a number. Confined to its owner's lock.
final class Lineage {
    /// What an address takes here, about: its text, its number and its place in the map.
    static final int BYTES_AN_ADDRESS = 160;

    private final Optional<SnapshotInfo> snapshot;
    private final long covered;
    private final List<RecoveredParam> base;
    private final List<String> addresses = new ArrayList<>();
    private final Map<String, Integer> ids;

    private Lineage(Optional<SnapshotInfo> snapshot, long covered, List<RecoveredParam> base) {
        this.snapshot = snapshot;
        this.covered = covered;
        this.base = base;
        ids = HashMap.newHashMap(base.size());
        base.forEach(param -> id(param.address()));
    }

    static Lineage of(
            JournalReader journal, RecoveryRule rule, Optional<SnapshotInfo> snapshot, Cancellation cancellation) {
        ParamTable table = new ParamTable(rule);
        List<Param> params = snapshot.flatMap(info -> journal.snapshot(info.id(), cancellation))
                .map(Snapshot::params)
                .orElse(List.of());
        table.load(params);
        return new Lineage(snapshot, Recovery.covered(rule, snapshot), table.params());
    }

    Optional<SnapshotInfo> snapshot() {
        return snapshot;
    }

    /// The seq up to which everything is taken from the snapshot.
    long covered() {
        return covered;
    }

    /// The params that it begins with; their numbers are their places.
    List<RecoveredParam> base() {
        return base;
    }

    int size() {
        return addresses.size();
    }

    String address(int id) {
        return addresses.get(id);
    }

    /// The number of the address, which is a new one when it never had one.
    int id(String address) {
        Integer known = ids.get(address);
        return known == null ? added(address) : known;
    }

    /// Null when it never had one.
    @Nullable
    Integer known(String address) {
        return ids.get(address);
    }

    private int added(String address) {
        int id = addresses.size();
        addresses.add(address);
        ids.put(address, id);
        return id;
    }
}
