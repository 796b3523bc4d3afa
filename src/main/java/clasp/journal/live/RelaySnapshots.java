package clasp.journal.live;

import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.SnapshotJson;
import clasp.journal.query.AddressPattern;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The last snapshot of a relay, and those that were the last one earlier in this connection. A relay tells
/// neither when it took a snapshot nor at which seq: the newest param in it gives the time, and the entry that
/// wrote this param gives the seq, at or after which it was taken. Thread-safe.
final class RelaySnapshots {
    private static final long MAX_AGE_NANOS = 5_000_000_000L;
    private static final int KEPT = 20;

    private final RelayClient client;
    private final Deque<Snapshot> seen = new ArrayDeque<>();
    private String text = "[]";
    private boolean asked;
    private long askedAt;
    private long lastId;

    RelaySnapshots(RelayClient client) {
        this.client = client;
    }

    /// Asks the relay, but not more often than every few seconds.
    ///
    /// @param copy holds the entries that the snapshot is of
    synchronized List<SnapshotInfo> all(JournalReader copy) {
        long now = System.nanoTime();
        if (!asked || now - askedAt > MAX_AGE_NANOS) {
            String present = client.snapshot();
            if (!present.equals(text)) {
                keep(present, copy);
            }
            asked = true;
            askedAt = now;
        }
        return known().stream().map(Snapshot::info).toList();
    }

    /// Without asking, oldest first.
    synchronized List<Snapshot> known() {
        return List.copyOf(seen);
    }

    synchronized Optional<Snapshot> find(long id) {
        return seen.stream().filter(snapshot -> snapshot.info().id() == id).findFirst();
    }

    /// Another session has other snapshots.
    synchronized void forget() {
        seen.clear();
        text = "[]";
        asked = false;
    }

    private void keep(String present, JournalReader copy) {
        text = present;
        Snapshot read = SnapshotJson.read(new SnapshotInfo(0, 0, 0, 0), present);
        if (read.params().isEmpty() && read.usable()) {
            return;
        }
        @Nullable
        Param newest = read.params().stream()
                .max(Comparator.comparing(Param::timestampMicros, Long::compareUnsigned))
                .orElse(null);
        lastId++;
        var info = new SnapshotInfo(
                lastId,
                newest == null ? 0 : newest.timestampMicros(),
                newest == null ? 0 : writtenBy(newest, copy),
                present.getBytes(StandardCharsets.UTF_8).length);
        seen.addLast(new Snapshot(info, read.params(), read.damage(), read.claspRefusal()));
        if (seen.size() > KEPT) {
            seen.removeFirst();
        }
    }

    /// The last SET of the param with its timestamp; 0 when there is none any more.
    private static long writtenBy(Param param, JournalReader copy) {
        long[] seq = {0};
        copy.scan(
                new Filter.Address(AddressPattern.literally(param.address())),
                SeqRange.ALL,
                entry -> {
                    if (isWrite(entry, param)) {
                        seq[0] = entry.seq();
                    }
                    return true;
                },
                Cancellation.none());
        return seq[0];
    }

    private static boolean isWrite(Entry entry, Param param) {
        return entry.isSet() && entry.timestampMicros() == param.timestampMicros();
    }
}
