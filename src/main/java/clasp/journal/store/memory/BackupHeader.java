package clasp.journal.store.memory;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.Value;
import clasp.journal.model.ValueSyntaxException;
import java.util.Map;
import java.util.stream.Collectors;

/// The lines of a backup that say what follows. Immutable.
record BackupHeader(long highestSeqGiven, long snapshots, long entries) {
    private static final long FORMAT = 1;

    /// What follows a snapshot's line.
    record OfSnapshot(SnapshotInfo info, long params) {}

    static BackupHeader of(MemoryContent content) {
        return new BackupHeader(
                content.highestSeqGiven(),
                content.snapshots().size(),
                content.entries().size());
    }

    String json() {
        return "{\"clasp_journal_backup\":" + FORMAT + ",\"highest_seq\":" + highestSeqGiven + ",\"snapshots\":"
                + snapshots + ",\"entries\":" + entries + "}";
    }

    static String json(Snapshot snapshot) {
        SnapshotInfo info = snapshot.info();
        return "{\"snapshot\":" + info.id() + ",\"created_at\":" + info.createdAtMicros() + ",\"seq_at\":"
                + info.seqAt() + ",\"params\":" + snapshot.params().size() + "}";
    }

    /// @throws ValueSyntaxException when the line is none
    static BackupHeader parse(String line) {
        Map<String, Long> fields = numbers(line);
        if (number(fields, "clasp_journal_backup") != FORMAT) {
            throw new ValueSyntaxException(CoreTexts.text("store.memory.newer"), 0);
        }
        return new BackupHeader(number(fields, "highest_seq"), number(fields, "snapshots"), number(fields, "entries"));
    }

    /// @throws ValueSyntaxException when the line is none
    static OfSnapshot parseSnapshot(String line) {
        Map<String, Long> fields = numbers(line);
        SnapshotInfo info =
                new SnapshotInfo(number(fields, "snapshot"), number(fields, "created_at"), number(fields, "seq_at"), 0);
        return new OfSnapshot(info, number(fields, "params"));
    }

    private static long number(Map<String, Long> fields, String name) {
        Long number = fields.get(name);
        if (number == null) {
            throw new ValueSyntaxException(CoreTexts.text("store.memory.noNumber", name), 0);
        }
        return number;
    }

    private static Map<String, Long> numbers(String line) {
        if (!(Value.parse(line) instanceof Value.Map map)) {
            throw new ValueSyntaxException(CoreTexts.text("store.memory.noObject"), 0);
        }
        return map.members().stream()
                .filter(member -> member.value() instanceof Value.Num)
                .collect(Collectors.toMap(Value.Member::key, member -> number(member.value()), (a, b) -> b));
    }

    private static long number(Value value) {
        try {
            return Long.parseLong(value.json());
        } catch (NumberFormatException e) {
            throw new ValueSyntaxException(CoreTexts.text("store.memory.notLong", value.json()), 0);
        }
    }
}
