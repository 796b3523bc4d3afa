package clasp.journal.faults;

import clasp.journal.query.Filter;
import clasp.journal.settings.FileSettings;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Looks at what a job left that did not come to its end. Immutable.
///
/// @param besideAWriter whether entries may have been added to the journal by another process
record Verdict(Job job, boolean besideAWriter) {
    /// What is wrong, in words; empty when all that was done for good is there and everything is whole.
    ///
    /// @param done the last that the job said it had done
    String of(Path file, long done) throws IOException {
        String journal = job == Job.RECORDING ? "" : journal(file);
        return journal.isEmpty()
                ? switch (job) {
                    case RECORDING -> recording(file, done);
                    case COMPACTION -> compaction(file);
                    case EXPORT -> export(file.resolveSibling("export.csv"), done);
                    case SNAPSHOT -> snapshots(file, done);
                    case SETTINGS -> settings(file.resolveSibling("settings.json"), done);
                }
                : journal;
    }

    /// The entries that were there before are there, and all that follow them.
    private String journal(Path file) {
        try (JournalReader journal = Originals.open(file)) {
            long first = journal.state().firstSeq();
            long count = journal.count(Filter.ALL, Progress.NONE, Cancellation.none());
            if (!journal.missingSeqs(9, Cancellation.none()).isEmpty()) {
                return "entries are missing within the journal";
            }
            if (journal.state().latestSeq() < Faults.ENTRIES) {
                return "entries are missing at the end of the journal";
            }
            boolean old = first == 1;
            boolean compacted = job == Job.COMPACTION && first == Faults.ENTRIES / 2;
            return (old || compacted) && count == journal.state().latestSeq() - first + 1
                    ? ""
                    : count + " entries from " + first + " are neither the old nor the new journal";
        }
    }

    private static String recording(Path file, long done) {
        if (done == 0 && (!Files.exists(file) || file.toFile().length() == 0)) {
            return "";
        }
        try (JournalReader journal = Originals.open(file)) {
            long count = journal.count(Filter.ALL, Progress.NONE, Cancellation.none());
            return count < done
                    ? "stored " + done + ", found " + count
                    : journal.missingSeqs(9, Cancellation.none()).isEmpty() ? "" : "entries are missing in between";
        }
    }

    private static String snapshots(Path file, long done) {
        try (JournalReader journal = Originals.open(file)) {
            var all = journal.snapshots();
            boolean whole = all.stream()
                    .allMatch(one -> journal.snapshot(one.id(), Cancellation.none())
                            .orElseThrow()
                            .usable());
            return all.size() < done ? done + " were stored, " + all.size() + " found" : whole ? "" : "one is damaged";
        }
    }

    private String compaction(Path file) {
        Path backup = file.resolveSibling("backup.db");
        if (Files.exists(backup)) {
            return Originals.count(backup) == Faults.ENTRIES ? "" : "the backup is not whole";
        }
        long left = Originals.count(file);
        return left >= Faults.ENTRIES && (besideAWriter || left == Faults.ENTRIES) ? "" : "compacted without a backup";
    }

    private String export(Path csv, long done) throws IOException {
        if (!Files.exists(csv)) {
            return done == 0 ? "" : "what was exported is gone";
        }
        long rows;
        boolean whole;
        try (Stream<String> lines = Files.lines(csv)) {
            List<String> all = lines.toList();
            rows = all.size() - 1L;
            whole = all.getLast().startsWith(rows + ",");
        }
        boolean right = besideAWriter ? rows >= Faults.ENTRIES : rows == Faults.ENTRIES;
        return right && whole ? "" : "an export of " + rows + " rows";
    }

    private static String settings(Path file, long done) {
        List<String> warnings = new ArrayList<>();
        int found = new FileSettings(file, Runnable::run, warnings::add).read("count", Integer.class, 0);
        return !warnings.isEmpty() ? warnings.getFirst() : found < done ? "written " + done + ", found " + found : "";
    }
}
