package clasp.journal.cli;

import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.SnapshotJson;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Not thread-safe.
@Command(
        name = "snapshots",
        description = "Lists the snapshots, one JSON object a line, or prints the params of one.",
        footer = {
            "",
            "With --id the output is the array of params that CLASP stores. Where a snapshot is damaged it is what"
                    + " could be read, and the exit status is 1."
        })
final class SnapshotsCommand implements Callable<Integer> {
    private final Tools tools;

    @Mixin
    private final JournalArgument argument = new JournalArgument();

    @Option(names = "--id", paramLabel = "N", description = "Print the params of the snapshot with this id.")
    private @Nullable Long id;

    SnapshotsCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        try (JournalReader journal = tools.open(argument.journal())) {
            return id == null ? list(journal) : print(journal, id);
        }
    }

    /// One that lies in a damaged part of the file does not hide the others.
    private int list(JournalReader journal) {
        boolean damaged = false;
        for (SnapshotInfo info : journal.snapshots()) {
            Snapshot snapshot = journal.snapshot(info.id(), Cancellation.none()).orElse(null);
            if (snapshot != null) {
                tools.console().print(line(snapshot));
                damaged |= snapshot.damage() != null;
            }
        }
        int status = tools.statusAfterReading(journal);
        return damaged ? ExitStatus.FAILED : status;
    }

    private int print(JournalReader journal, long wanted) {
        Snapshot snapshot = journal.snapshot(wanted, Cancellation.none())
                .orElseThrow(
                        () -> new FailedException("There is no snapshot " + wanted + " in " + argument.file() + "."));
        try {
            Writer out =
                    new BufferedWriter(new OutputStreamWriter(tools.console().out(), StandardCharsets.UTF_8));
            SnapshotJson.write(snapshot.params(), out);
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new OutputException(e);
        }
        snapshot.problem().ifPresent(tools.console()::say);
        return snapshot.damage() == null ? ExitStatus.OK : ExitStatus.FAILED;
    }

    private static String line(Snapshot snapshot) {
        SnapshotInfo info = snapshot.info();
        return "{\"id\":" + info.id()
                + ",\"created_at\":" + Long.toUnsignedString(info.createdAtMicros())
                + ",\"seq_at\":" + info.seqAt()
                + ",\"bytes\":" + info.sizeBytes()
                + ",\"params\":" + snapshot.params().size()
                + ",\"problem\":" + snapshot.problem().map(JsonStrings::quoted).orElse("null")
                + "}";
    }
}
