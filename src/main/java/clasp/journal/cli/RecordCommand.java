package clasp.journal.cli;

import clasp.journal.export.ExportFormat;
import clasp.journal.export.Exporter;
import clasp.journal.live.BearerToken;
import clasp.journal.live.RecordingLimits;
import clasp.journal.live.RecordingOrder;
import clasp.journal.live.RouterAddress;
import clasp.journal.live.RouterRecording;
import clasp.journal.model.SignalType;
import clasp.journal.query.Filter;
import clasp.journal.router.StopSignal;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import clasp.journal.store.RecordingStatus;
import clasp.journal.store.Selection;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.store.sqlite.SqliteSessions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Not thread-safe.
@Command(
        name = "record",
        description = "Records what a running router tells over WebSocket, until it is told to stop (Ctrl+C).",
        footer = {
            "",
            "Prints how many entries were recorded. Entries have the time of their arrival and no author: a router"
                    + " tells",
            "neither. Status 1 when anything is known to be missing. A token given as CLASP_TOKEN in the environment"
                    + " does",
            "not show in the list of processes."
        })
final class RecordCommand implements Callable<Integer> {
    private static final String TOKEN_VARIABLE = "CLASP_TOKEN";
    private static final int SNAPSHOTS_IN_MEMORY = 100;

    private final Tools tools;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Parameters(paramLabel = "URL", description = "Where clients connect, such as ws://127.0.0.1:7330.")
    @SuppressWarnings("NullAway.Init")
    private String url;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private Kept kept;

    @Option(names = "--save", paramLabel = "FILE", description = "With --memory: write what it holds here at the end.")
    private @Nullable Path save;

    @Option(names = "--token", paramLabel = "T", description = "What the router wants to see.")
    private @Nullable String token;

    @Option(names = "--pattern", paramLabel = "P", description = "Only these addresses; can be repeated. Without: all.")
    private List<String> patterns = List.of();

    @Option(names = "--types", paramLabel = "a,b", split = ",", description = "Only these signal types. Without: all.")
    private List<String> types = List.of();

    @Option(names = "--replay", description = "Begin with what the router's journal holds.")
    private boolean replay;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = TimeSpan.class,
            description = "Stop after so long, as in 90s, 5m or 2h.")
    private @Nullable Duration time;

    @Option(names = "--entries", paramLabel = "N", description = "Stop after so many entries.")
    private @Nullable Long entries;

    /// Where the recording is.
    private static final class Kept {
        @Option(names = "--journal", paramLabel = "FILE", description = "Record into this file, which is new.")
        private @Nullable Path file;

        @Option(names = "--memory", paramLabel = "N", description = "Keep the newest N entries in memory; see --save.")
        private @Nullable Integer entries;
    }

    RecordCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws InterruptedException {
        RecordingOrder order = order();
        try (StopSignal stop = new StopSignal();
                RouterRecording recording = start(order)) {
            tools.console().say("Recording " + order.address() + " into " + where() + ". Ctrl+C stops it.");
            recording.info().notes().forEach(tools.console()::say);
            var watch = new RecordingWatch(recording, tools.console());
            watch.untilOver(stop, time);
            recording.stopRecording();
            watch.sayHowItEnded();
            if (save != null) {
                save(recording, save);
            }
            return report(recording.recording());
        }
    }

    private RouterRecording start(RecordingOrder order) {
        Path file = kept.file;
        if (file != null) {
            refuseExisting(file);
            return RouterRecording.start(
                    order,
                    RecordingLimits.STANDARD,
                    () -> new SqliteJournals().create(file, null),
                    InstantSource.system(),
                    Cancellation.none());
        }
        int most = kept.entries == null ? 0 : kept.entries;
        return RouterRecording.start(
                order,
                RecordingLimits.STANDARD,
                () -> new MemoryJournal("memory", most, SNAPSHOTS_IN_MEMORY, InstantSource.system()),
                InstantSource.system(),
                Cancellation.none());
    }

    private RecordingOrder order() {
        if (kept.file != null && save != null) {
            throw wrong("--save belongs to --memory; --journal names the file already.");
        }
        if (kept.file == null) {
            if (kept.entries == null || kept.entries < 1) {
                throw wrong("--memory must be at least 1.");
            }
            if (save == null) {
                throw wrong("With --memory, --save FILE says where the recording is written at the end.");
            }
            refuseExisting(save);
            refuseNowhere(save);
        }
        if (entries != null && entries < 1) {
            throw wrong("--entries must be at least 1.");
        }
        String secret = token == null ? System.getenv(TOKEN_VARIABLE) : token;
        try {
            return new RecordingOrder(
                    RouterAddress.of(url),
                    secret == null ? BearerToken.NONE : BearerToken.of(secret),
                    patterns,
                    types(),
                    replay,
                    entries == null ? RecordingOrder.UNLIMITED : entries);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private Set<SignalType> types() {
        Set<SignalType> all = new HashSet<>();
        for (String type : types) {
            all.add(SignalType.of(type.strip())
                    .orElseThrow(() -> wrong("There is no signal type '" + type
                            + "'; there are param, event, stream, gesture and timeline.")));
        }
        return all;
    }

    private static void refuseExisting(Path file) {
        if (Files.exists(file)) {
            throw new FailedException("'" + file + "' is there already. Choose another name, or remove it first.");
        }
    }

    /// What is noticed only at the end costs the whole recording.
    private static void refuseNowhere(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new FailedException("'" + file + "' could not be written at the end: there is no folder '" + folder
                    + "' to write into. Create it, or choose another one.");
        }
    }

    private static void save(RouterRecording recording, Path file) {
        new Exporter(new SqliteSessions(InstantSource.system()))
                .export(
                        Selection.of(recording, Filter.ALL),
                        new ExportFormat.Slice(),
                        file,
                        Progress.NONE,
                        Cancellation.none());
    }

    private int report(RecordingStatus status) {
        tools.console().print(Long.toString(status.entries()));
        // A process that was told to stop may end as soon as this is done.
        tools.console().flush();
        if (status.dropped() > 0) {
            tools.console()
                    .say(Counted.of(
                            status.dropped(),
                            "entry was dropped; its seq is missing.",
                            "entries were dropped; their seqs are missing."));
        }
        return status.isComplete() ? ExitStatus.OK : ExitStatus.FAILED;
    }

    private String where() {
        return kept.file == null ? "memory, the newest " + kept.entries + " entries" : kept.file.toString();
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
