package clasp.journal.cli;

import clasp.journal.recovery.CompactionProof;
import clasp.journal.recovery.ProofWords;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.CompactionOutcome;
import clasp.journal.store.CompactionPreview;
import clasp.journal.store.Compactor;
import clasp.journal.store.JournalReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        name = "compact",
        description = "Deletes old entries and gives the space back. Prints how many entries went.",
        footer = {
            "",
            "Killed or out of disk space at any moment, it leaves either the old or the new journal, complete."
                    + " Addresses whose value could no longer be recovered are counted on standard error."
        })
final class CompactCommand implements Callable<Integer> {
    private final Tools tools;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "The journal.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private Point point;

    @Option(names = "--backup", paramLabel = "FILE", description = "Write a complete copy there first.")
    private @Nullable Path backup;

    @Option(
            names = "--snapshot",
            description = "Store a snapshot of the current state first, so that nothing is lost to recovery.")
    private boolean snapshot;

    @Option(
            names = "--for-clasp-router",
            description = "Also give the SETs that stay the revisions with which clasp-router 4.5 takes each of them on"
                    + " top of that snapshot, so that it recovers the right values. The backup has the real revisions.")
    private boolean forClaspRouter;

    @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
    private boolean dryRun;

    /// Where to cut.
    private static final class Point {
        @Option(names = "--before", paramLabel = "SEQ", description = "Delete the entries with a lower seq.")
        private @Nullable Long before;

        @Option(
                names = "--safe",
                description = "Delete what recovery does not need: up to the latest snapshot that can be read.")
        private boolean safe;
    }

    CompactCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        if (point.before != null && point.before < 0) {
            throw new ParameterException(command.commandLine(), "--before must not be negative.");
        }
        if (backup != null && Files.exists(backup) && !dryRun) {
            throw new FailedException("There is already a file " + backup + "; the backup is not written over it.");
        }
        try (JournalReader journal = tools.open(file)) {
            return switch (journal.compaction()) {
                case CompactionAccess.Available available -> compact(journal, available.compactor());
                case CompactionAccess.OnlyRestore(String reason, var _) -> throw new FailedException(reason);
                case CompactionAccess.Unavailable unavailable -> throw new FailedException(unavailable.reason());
            };
        }
    }

    private int compact(JournalReader journal, Compactor compactor) {
        long before = before(compactor);
        CompactionPreview preview =
                tools.console().during(progress -> compactor.preview(before, progress, Cancellation.none()));
        CompactionOrder order = new CompactionOrder(before, backup, snapshot, true, forClaspRouter);
        CompactionProof proof = tools.console()
                .during(progress -> CompactionProof.predict(journal, order, progress, Cancellation.none()));
        if (preview.uncoveredCount() > 0 && !order.snapshotFirst()) {
            tools.console()
                    .say("The value of " + addresses(preview.uncoveredCount())
                            + " could not be recovered afterwards: "
                            + some(preview.uncovered(), preview.uncoveredCount()));
        }
        if (preview.forgottenCount() > 0) {
            tools.console()
                    .say("The last that tells the value of " + addresses(preview.forgottenCount())
                            + " goes; recovery as documented does not bring it back even now: "
                            + some(preview.forgotten(), preview.forgottenCount()));
        }
        ProofWords.lines(proof).forEach(tools.console()::say);
        if (dryRun) {
            tools.console().print(Long.toString(preview.removed()));
            tools.console()
                    .say("Would delete " + Counted.entries(preview.removed()) + " before seq " + before + " and keep "
                            + preview.kept() + "; about " + preview.sizeAfter() + " of " + preview.sizeBefore()
                            + " bytes would remain. Nothing was changed.");
            return ExitStatus.OK;
        }
        CompactionOutcome outcome = tools.console()
                .during(progress -> compactor.compact(
                        order, (step, done, total) -> progress.report(done, total), Cancellation.none()));
        tools.console().print(Long.toString(outcome.removed()));
        tools.console()
                .say("Deleted " + Counted.entries(outcome.removed()) + " before seq " + before + "; "
                        + outcome.sizeAfter()
                        + " of " + outcome.sizeBefore() + " bytes remain."
                        + outcome.backupFile()
                                .map(copy -> " The backup is " + copy + ".")
                                .orElse(""));
        if (outcome.warning() != null) {
            tools.console().say(outcome.warning());
        }
        return verified(journal, proof);
    }

    private int verified(JournalReader journal, CompactionProof predicted) {
        CompactionProof seen =
                tools.console().during(progress -> predicted.verify(journal, progress, Cancellation.none()));
        if (seen.confirms(predicted)) {
            tools.console().say("Checked again afterwards: both recoveries come to what was said.");
            return ExitStatus.OK;
        }
        tools.console().say("Checked again afterwards, and it is not what was said:");
        ProofWords.lines(seen).forEach(tools.console()::say);
        return ExitStatus.FAILED;
    }

    private long before(Compactor compactor) {
        if (point.before != null) {
            return point.before;
        }
        return compactor
                .safePoint(Cancellation.none())
                .orElseThrow(() -> new FailedException("There is no safe point in " + file
                        + ": it has no snapshot that a router could recover from. Use --before to choose a seq."));
    }

    private static String addresses(long count) {
        return Counted.of(count, "address", "addresses");
    }

    private static String some(List<String> listed, long count) {
        return String.join(", ", listed.stream().limit(3).toList()) + (count > 3 ? ", …" : "");
    }
}
