package clasp.journal.store.memory;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.EntryJson;
import clasp.journal.model.Param;
import clasp.journal.model.ParamJson;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.model.ValueSyntaxException;
import clasp.journal.store.Cancellation;
import clasp.journal.store.FileReason;
import clasp.journal.store.JournalException;
import clasp.journal.store.Progress;
import clasp.journal.store.WorkFolder;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A journal as a file of JSON Lines: one line on the whole (format, highest seq, how many snapshots and entries
/// follow), then for each snapshot a line on it and its params, one a line, then the entries, one a line. Nothing is
/// lost in it. Stateless.
final class MemoryBackup {
    private static final System.Logger LOG = System.getLogger(MemoryBackup.class.getName());
    private static final int LINES_PER_REPORT = 1 << 14;

    private MemoryBackup() {}

    /// Writes to an unfinished file beside the target, which is moved into place when all of it is on disk.
    static void write(MemoryContent content, Path file, Progress progress, Cancellation cancellation) {
        if (Files.exists(file)) {
            throw new JournalException(CoreTexts.text("store.memory.exists", file.toString()));
        }
        boolean whole = false;
        try (WorkFolder folder = WorkFolder.beside(file)) {
            Path unfinished = Files.createFile(folder.place(file));
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE);
                    Writer out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8))) {
                write(content, out, progress, cancellation);
                out.flush();
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            whole = true;
        } catch (IOException | UncheckedIOException e) {
            if (whole) {
                // The backup is there; the empty folder goes with the next of its kind.
                LOG.log(System.Logger.Level.WARNING, "A folder stays beside " + file, e);
                return;
            }
            throw new JournalException(CoreTexts.text("store.memory.unwritten", file.toString(), FileReason.of(e)), e);
        }
    }

    static MemoryContent read(Path file, Progress progress, Cancellation cancellation) {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            BackupReader reader = new BackupReader(in, progress, cancellation);
            try {
                return reader.read();
            } catch (ValueSyntaxException e) {
                throw new JournalException(
                        CoreTexts.text(
                                "store.memory.noBackup",
                                file.toString(),
                                Long.toString(reader.line()),
                                String.valueOf(e.getMessage())),
                        e);
            }
        } catch (IOException e) {
            throw new JournalException(CoreTexts.text("store.memory.unread", file.toString(), FileReason.of(e)), e);
        }
    }

    private static void write(MemoryContent content, Writer out, Progress progress, Cancellation cancellation)
            throws IOException {
        line(out, BackupHeader.of(content).json());
        for (Snapshot snapshot : content.snapshots()) {
            cancellation.check();
            line(out, BackupHeader.json(snapshot));
            for (Param param : snapshot.params()) {
                line(out, ParamJson.write(param));
            }
        }
        int[] done = {0};
        content.entries()
                .forEach(
                        SeqRange.ALL,
                        entry -> {
                            try {
                                line(out, EntryJson.write(entry));
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                            if (++done[0] % LINES_PER_REPORT == 0) {
                                progress.report(done[0], content.entries().size());
                            }
                            return true;
                        },
                        cancellation);
    }

    private static void line(Writer out, String json) throws IOException {
        out.write(json);
        out.write('\n');
    }
}
