package clasp.journal.store.memory;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.Entry;
import clasp.journal.model.EntryJson;
import clasp.journal.model.Param;
import clasp.journal.model.ParamJson;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.ValueSyntaxException;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads a backup line by line. Confined to one call of [#read].
final class BackupReader {
    private static final int LINES_PER_REPORT = 1 << 14;

    private final BufferedReader in;
    private final Progress progress;
    private final Cancellation cancellation;
    private long lines;

    BackupReader(BufferedReader in, Progress progress, Cancellation cancellation) {
        this.in = in;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /// Number of the line that was read last, from 1.
    long line() {
        return lines;
    }

    /// @throws ValueSyntaxException when the current line is not what must stand there
    MemoryContent read() throws IOException {
        BackupHeader header = BackupHeader.parse(nextLine());
        List<Snapshot> snapshots = new ArrayList<>();
        for (long i = 0; i < header.snapshots(); i++) {
            snapshots.add(snapshot());
        }
        EntryRing entries = new EntryRing(Integer.MAX_VALUE);
        long latest = Long.MIN_VALUE;
        for (long i = 0; i < header.entries(); i++) {
            Entry entry = EntryJson.read(nextLine());
            if (entry.seq() <= latest) {
                throw new ValueSyntaxException(
                        CoreTexts.text("store.memory.order", Long.toString(entry.seq()), Long.toString(latest)), 0);
            }
            latest = entry.seq();
            entries.append(entry);
            if (i % LINES_PER_REPORT == 0) {
                cancellation.check();
                progress.report(i, header.entries());
            }
        }
        return new MemoryContent(header.highestSeqGiven(), snapshots, entries.view());
    }

    private Snapshot snapshot() throws IOException {
        BackupHeader.OfSnapshot header = BackupHeader.parseSnapshot(nextLine());
        List<Param> params = new ArrayList<>();
        for (long i = 0; i < header.params(); i++) {
            params.add(ParamJson.read(nextLine()));
        }
        SnapshotInfo info = header.info();
        return MemorySnapshots.placed(MemorySnapshots.prepare(params, info.createdAtMicros()), info.id(), info.seqAt());
    }

    private String nextLine() throws IOException {
        lines++;
        String line = in.readLine();
        if (line == null) {
            throw new ValueSyntaxException(CoreTexts.text("store.memory.ends"), 0);
        }
        return line;
    }
}
