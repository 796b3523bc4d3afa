package clasp.journal.recovery;

import static clasp.journal.recovery.ScriptedJournal.time;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import clasp.journal.store.Cancellation;
import clasp.journal.store.sqlite.SqliteBulkWriter;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// The entries and snapshots of a journal made by chance, with holes, repeated revisions, values and message types that
/// CLASP reads otherwise, and damaged snapshots; and what its states are, replayed in the plainest way.
final class RandomJournal {
    private record Taken(long seqAt, boolean usable, List<Param> params) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<Taken> snapshots = new ArrayList<>();

    static RandomJournal of(Random random) {
        RandomJournal journal = new RandomJournal();
        Map<String, Long> revisions = new LinkedHashMap<>();
        long seq = random.nextInt(10);
        while (seq < 120) {
            seq += random.nextInt(10) == 0 ? 3 : 1;
            journal.add(entry(random, seq, "/p/" + random.nextInt(6), revisions));
            if (random.nextInt(30) == 0) {
                journal.take(random, seq);
            }
        }
        return journal;
    }

    void add(Entry entry) {
        entries.add(entry);
    }

    void compact(long beforeSeq) {
        entries.removeIf(entry -> entry.seq() < beforeSeq);
    }

    ScriptedJournal scripted() {
        ScriptedJournal journal = new ScriptedJournal().entries(entries);
        snapshots.forEach(taken -> journal.snapshot(
                taken.seqAt(),
                taken.usable() ? null : "It is damaged.",
                null,
                taken.params().toArray(Param[]::new)));
        return journal;
    }

    /// Into a new file, as a router leaves it; a damaged snapshot is cut off in the middle.
    void write(Path file) throws SQLException {
        try (SqliteBulkWriter writer = SqliteBulkWriter.create(file)) {
            entries.forEach(writer::append);
            snapshots.forEach(taken -> writer.snapshot(taken.params(), time(taken.seqAt()), taken.seqAt()));
            writer.finish(Cancellation.none());
        }
        if (snapshots.stream().allMatch(Taken::usable)) {
            return;
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var cut = connection.prepareStatement("UPDATE snapshots SET data_json = '[{\"addr' WHERE id = ?")) {
            for (int i = 0; i < snapshots.size(); i++) {
                if (!snapshots.get(i).usable()) {
                    cut.setInt(1, i + 1);
                    cut.executeUpdate();
                }
            }
        }
    }

    private static Entry entry(Random random, long seq, String address, Map<String, Long> revisions) {
        String value = random.nextInt(20) == 0 ? "{broken" : Integer.toString(random.nextInt(100));
        return switch (random.nextInt(10)) {
            case 0 -> new Entry(seq, time(seq), "a", address, "event", value, null, MsgType.PUBLISH);
            case 1 -> new Entry(seq, time(seq), "a", address, "param", value, null, MsgType.SET);
            case 2 -> new Entry(seq, time(seq), "a", address, "param", value, 1L, MsgType.SET + 0x100);
            case 3 -> new Entry(seq, time(seq), "a", address, "param", value, (long) random.nextInt(4), MsgType.SET);
            default ->
                new Entry(
                        seq,
                        time(seq),
                        "a",
                        address,
                        "param",
                        value,
                        revisions.merge(address, 1L, Long::sum),
                        MsgType.SET);
        };
    }

    private void take(Random random, long seq) {
        List<Param> params = new ArrayList<>();
        for (int i = 0; i < random.nextInt(6); i++) {
            params.add(new Param("/p/" + i, Integer.toString(random.nextInt(9)), random.nextInt(9), "s", time(seq)));
        }
        snapshots.add(new Taken(seq, random.nextInt(3) > 0, params));
    }

    /// The state after the entry with this seq.
    List<RecoveredParam> plain(RecoveryRule rule, long seq) {
        Taken base = base(rule, seq);
        Map<String, RecoveredParam> state = new LinkedHashMap<>();
        boolean router = rule == RecoveryRule.CLASP_ROUTER;
        if (base != null) {
            for (Param param : base.params()) {
                state.put(param.address(), recovered(param, router ? 1 : param.revision()));
            }
        }
        for (Entry entry : entries) {
            if (entry.seq() > seq || (!router && base != null && entry.seq() <= base.seqAt())) {
                continue;
            }
            RecoveredParam before = state.get(entry.address());
            if (router) {
                boolean set = entry.msgType() % 256 == MsgType.SET && entry.revision() != null;
                if (set && before == null) {
                    state.put(entry.address(), recovered(entry, 1, true));
                } else if (set && entry.revision() == before.param().revision()) {
                    state.put(entry.address(), recovered(entry, entry.revision() + 1, true));
                }
            } else if (entry.msgType() == MsgType.SET) {
                long next = before == null ? 1 : before.param().revision() + 1;
                state.put(entry.address(), recovered(entry, entry.revision() == null ? next : entry.revision(), false));
            }
        }
        return List.copyOf(state.values());
    }

    private @Nullable Taken base(RecoveryRule rule, long seq) {
        for (Taken snapshot : snapshots.reversed()) {
            if (snapshot.seqAt() <= seq && (snapshot.usable() || rule == RecoveryRule.CLASP_ROUTER)) {
                return snapshot.usable() ? snapshot : null;
            }
        }
        return null;
    }

    private static RecoveredParam recovered(Param param, long revision) {
        return new RecoveredParam(
                new Param(param.address(), param.valueJson(), revision, param.writer(), param.timestampMicros()),
                RecoveredParam.FROM_SNAPSHOT);
    }

    private static RecoveredParam recovered(Entry entry, long revision, boolean asRead) {
        String value = asRead && entry.valueJson().equals("{broken") ? "null" : entry.valueJson();
        return new RecoveredParam(
                new Param(entry.address(), value, revision, entry.author(), entry.timestampMicros()), entry.seq());
    }
}
