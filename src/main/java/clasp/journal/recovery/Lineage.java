package clasp.journal.recovery;

import clasp.journal.model.Param;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Cancellation;
import clasp.journal.store.EntryGlance;
import clasp.journal.store.JournalReader;
import clasp.journal.store.TextBytes;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// All states that begin with one snapshot, or with nothing: the order in which addresses come into being
/// is the same in each of them, so that a param has a number. Confined to its owner's lock.
final class Lineage {
    /// What an address takes here, about: its text, its number and its place in the map.
    static final int BYTES_AN_ADDRESS = 128;

    private final Optional<SnapshotInfo> snapshot;
    private final long covered;
    private final List<RecoveredParam> base;
    private final AddressIds ids;

    private Lineage(Optional<SnapshotInfo> snapshot, long covered, List<RecoveredParam> base) {
        this.snapshot = snapshot;
        this.covered = covered;
        this.base = base;
        ids = new AddressIds(base.size());
        base.forEach(param -> ids.of(TextBytes.of(param.address())));
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
        return ids.size();
    }

    String address(int id) {
        return ids.text(id);
    }

    /// See [AddressIds#ahead].
    void ahead(List<? extends EntryGlance> entries, IntConsumer known) {
        ids.ahead(entries, known);
    }

    /// The number of the address, which is a new one when it never had one.
    int id(TextBytes address) {
        return ids.of(address);
    }

    /// [AddressIds#NONE] when it never had one.
    int known(TextBytes address) {
        return ids.known(address);
    }

    /// [AddressIds#NONE] when it never had one.
    int known(String address) {
        return ids.known(TextBytes.of(address));
    }
}
