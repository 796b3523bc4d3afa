package clasp.journal.faults;

import clasp.journal.model.Entry;
import clasp.journal.settings.FileSettings;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Looks at what a job left that did not come to its end. Immutable.
///
/// @param stored the seq up to which another process has stored entries in the journal meanwhile; that of the last
///     entry before where none has
record Verdict(Job job, long stored) {
    private static final int SETTING_UNIT = 50_000;

    /// Where nobody else writes to the journal.
    static Verdict alone(Job job) {
        return new Verdict(job, Faults.ENTRIES);
    }

    /// What is wrong, in words; empty when all that was done for good is there, as it was written, and everything is
    /// whole.
    ///
    /// @param done the last that the job said it had done
    String of(Path file, long done) throws IOException {
        String journal = job == Job.RECORDING ? "" : journal(file);
        return journal.isEmpty()
                ? switch (job) {
                    case RECORDING -> recording(file, done);
                    case COMPACTION -> compaction(file, done);
                    case EXPORT -> export(file, done);
                    case SNAPSHOT -> snapshots(file, done);
                    case SETTINGS -> settings(file.resolveSibling("settings.json"), done);
                }
                : journal;
    }

    /// Every entry of the journal, or of the compacted one, and all that the other process has stored, is there with
    /// the contents that were written.
    String journal(Path file) {
        List<Entry> found = Contents.read(file);
        boolean shorter =
                job == Job.COMPACTION && !found.isEmpty() && found.getFirst().seq() != 1;
        String difference = Contents.difference(found, shorter ? Contents.compacted() : Contents.upTo(stored));
        return difference.isEmpty() ? "" : "in the journal: " + difference;
    }

    private static String recording(Path file, long done) throws IOException {
        if (done == 0 && (!Files.exists(file) || Files.size(file) == 0)) {
            return "";
        }
        List<Entry> found = Contents.read(file);
        List<Entry> expected = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Entry before = found.get(Math.max(0, i - 1));
            boolean inOrder = found.get(i).timestampMicros() >= before.timestampMicros()
                    && found.get(i).author().equals(before.author());
            expected.add(Contents.heard(i + 1, inOrder ? found.get(i) : before));
        }
        String difference = Contents.difference(found, expected);
        return !difference.isEmpty()
                ? "in the recording: " + difference
                : found.size() < done ? "stored " + done + ", found " + found.size() : "";
    }

    private static String snapshots(Path file, long done) {
        try (JournalReader journal = Originals.open(file)) {
            var all = journal.snapshots();
            boolean whole = all.stream()
                    .allMatch(one -> journal.snapshot(one.id(), Cancellation.none())
                            .orElseThrow()
                            .params()
                            .equals(Work.params()));
            return all.size() < done
                    ? done + " were stored, " + all.size() + " found"
                    : whole ? "" : "one does not hold what was stored";
        }
    }

    private String compaction(Path file, long done) {
        boolean compacted = Contents.read(file).getFirst().seq() != 1;
        if (done > 0 && !compacted) {
            return "what was compacted is as before";
        }
        Path backup = backup(file);
        if (!Files.exists(backup)) {
            return compacted ? "compacted without a backup" : "";
        }
        String difference = Contents.difference(Contents.read(backup), Contents.upTo(stored));
        return difference.isEmpty() ? "" : "in the backup: " + difference;
    }

    private static Path backup(Path file) {
        return file.resolveSibling("backup.db");
    }

    /// What a job that was interrupted has left beside the journal when it has been done again, in words; empty when
    /// nothing.
    String afterwards(Path file) throws IOException {
        Path folder = file.getParent();
        switch (job) {
            case COMPACTION -> {
                Files.deleteIfExists(backup(file));
                Work.compact(file);
            }
            case EXPORT -> Work.export(file, folder);
            case SETTINGS -> {
                try (var settings =
                        new FileSettings(file.resolveSibling("settings.json"), Runnable::run, System.err::println)) {
                    settings.write("count", 0);
                }
            }
            case RECORDING, SNAPSHOT -> {}
        }
        List<String> left = leftBehind(folder);
        return left.isEmpty() ? "" : "left behind: " + left;
    }

    /// What jobs have begun in this folder and not removed.
    static List<String> leftBehind(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches(".*\\.(part|partial|tmp|new)|clasp-journal-.*"))
                    .toList();
        }
    }

    /// What was exported is what an export of the journal as it is begins with; all of it where nobody adds to it.
    private String export(Path file, long done) throws IOException {
        Path csv = file.resolveSibling("export.csv");
        if (!Files.exists(csv)) {
            return done == 0 ? "" : "what was exported is gone";
        }
        Path folder = Files.createTempDirectory("clasp-faults-");
        try {
            Work.export(file, folder);
            byte[] found = Files.readAllBytes(csv);
            byte[] now = Files.readAllBytes(folder.resolve("export.csv"));
            int differs = Arrays.mismatch(found, now);
            boolean begins = differs < 0 || differs == found.length && stored > Faults.ENTRIES;
            long lines = new String(found, StandardCharsets.UTF_8).lines().count();
            boolean whole = lines > Faults.ENTRIES && found[found.length - 1] == '\n';
            return begins && whole ? "" : "an export of " + (lines - 1) + " rows that differs at byte " + differs;
        } finally {
            Faults.remove(folder);
        }
    }

    private static String settings(Path file, long done) {
        List<String> warnings = new ArrayList<>();
        var settings = new FileSettings(file, Runnable::run, warnings::add);
        int found = settings.read("count", Integer.class, 0);
        String text = settings.read("long", String.class, "");
        boolean whole = text.chars().allMatch(c -> c == 'x')
                && text.length() % SETTING_UNIT == 0
                && (done == 0 || !text.isEmpty());
        return !warnings.isEmpty()
                ? warnings.getFirst()
                : found < done ? "written " + done + ", found " + found : whole ? "" : "a text of them is not whole";
    }
}
