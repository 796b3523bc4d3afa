package clasp.journal.store.memory;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.Param;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.SnapshotJson;
import clasp.journal.store.JournalException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The last snapshots of a journal. Guarded by its owner's lock.
final class MemorySnapshots {
    private final int kept;
    private final Deque<Snapshot> snapshots = new ArrayDeque<>();
    private long lastId;

    MemorySnapshots(int kept) {
        this.kept = kept;
    }

    /// Keeps a prepared snapshot under the next id; the oldest one may go for it.
    void add(Snapshot prepared, long seqAt) {
        keep(placed(prepared, lastId + 1, seqAt));
    }

    static Snapshot placed(Snapshot prepared, long id, long seqAt) {
        SnapshotInfo info = prepared.info();
        return new Snapshot(
                new SnapshotInfo(id, info.createdAtMicros(), seqAt, info.sizeBytes()),
                prepared.params(),
                prepared.damage(),
                prepared.claspRefusal());
    }

    /// Everything but the place in a journal; takes as long as writing the snapshot's text.
    static Snapshot prepare(List<Param> params, long createdAtMicros) {
        long sizeBytes;
        try {
            sizeBytes = SnapshotJson.write(params).getBytes(StandardCharsets.UTF_8).length;
        } catch (IllegalArgumentException e) {
            throw new JournalException(CoreTexts.text("store.memory.snapshot", String.valueOf(e.getMessage())), e);
        }
        return new Snapshot(
                new SnapshotInfo(0, createdAtMicros, 0, sizeBytes),
                params,
                null,
                params.stream()
                        .flatMap(param -> SnapshotJson.claspRefusal(param).stream())
                        .findFirst()
                        .orElse(null));
    }

    List<SnapshotInfo> infos() {
        return snapshots.stream().map(Snapshot::info).toList();
    }

    List<Snapshot> all() {
        return List.copyOf(snapshots);
    }

    Optional<Snapshot> find(long id) {
        return snapshots.stream().filter(snapshot -> snapshot.info().id() == id).findFirst();
    }

    /// Keeps these instead, with their ids, oldest first.
    void replaceBy(List<Snapshot> others) {
        snapshots.clear();
        others.forEach(this::keep);
    }

    void dropAllBut(int newest) {
        while (snapshots.size() > newest) {
            snapshots.removeFirst();
        }
    }

    private void keep(Snapshot snapshot) {
        snapshots.addLast(snapshot);
        lastId = Math.max(lastId, snapshot.info().id());
        if (snapshots.size() > kept) {
            snapshots.removeFirst();
        }
    }
}
