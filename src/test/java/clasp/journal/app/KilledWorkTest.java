package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.export.CsvOptions;
import clasp.journal.export.ExportFormat;
import clasp.journal.export.Exporter;
import clasp.journal.export.NewFile;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.CompactionStep;
import clasp.journal.store.JournalCopy;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.Selection;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.store.sqlite.SqliteSlices;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JavaCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a killed process leaves of files that are unfinished, or its own, is gone when the same is done again, and what
/// a living one has stays.
@Tag("thorough")
class KilledWorkTest {
    private static final int ENTRIES = 20_000;

    enum Job {
        CSV("out.csv"),
        SLICE("slice.db"),
        BACKUP("backup.db"),
        BACKUP_OF_MEMORY("backup.jsonl"),
        PRIVATE_COPY(""),
        RELAY("");

        /// The file that it makes; empty when none.
        private final String result;

        Job(String result) {
            this.result = result;
        }
    }

    @TempDir
    private Path folder;

    private TreeSet<String> before;

    @BeforeEach
    void make() throws IOException {
        Files.createDirectory(folder.resolve("tmp"));
        Files.createSymbolicLink(folder.resolve("link"), folder);
        Path file = folder.resolve("show.db");
        try (SqliteJournal journal = new SqliteJournals().create(file, null)) {
            journal.appendAll(Collections.nCopies(ENTRIES, Entries.set("/a", "[1,2,3]")));
        }
        Files.copy(file, folder.resolve("left.db"));
        try (SqliteJournal journal = new SqliteJournals().openForWriting(folder.resolve("left.db"), null)) {
            journal.append(Entries.set("/b", "1"));
            Files.copy(folder.resolve("left.db-wal"), folder.resolve("kept-wal"));
        }
        Files.move(folder.resolve("kept-wal"), folder.resolve("left.db-wal"));
        before = files();
    }

    @ParameterizedTest
    @EnumSource
    void whatAKilledOneLeavesGoesWhenItIsDoneAgain(Job job) throws Exception {
        Process killed = begin(job);
        killed.destroyForcibly().waitFor();
        TreeSet<String> left = files();
        assertThat(left).as("the test kills it at work").hasSizeGreaterThan(before.size());

        finish(begin(job));
        assertThat(files()).isEqualTo(afterwards(job));
    }

    /// Two compactions of one file at a time are refused.
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BACKUP")
    void whatALivingOneHasStays(Job job) throws Exception {
        Process living = begin(job);
        TreeSet<String> atWork = files();
        Process another = begin(job);
        assertThat(files()).containsAll(atWork);
        another.destroyForcibly().waitFor();
        finish(living);
        finish(begin(job));
        assertThat(files()).isEqualTo(afterwards(job));
    }

    private TreeSet<String> afterwards(Job job) {
        TreeSet<String> expected = new TreeSet<>(before);
        if (!job.result.isEmpty()) {
            expected.add(job.result);
        }
        return expected;
    }

    private TreeSet<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            TreeSet<String> found = new TreeSet<>();
            all.map(each -> folder.relativize(each).toString())
                    // SQLite's own, for as long as somebody has the journal open.
                    .filter(name -> !name.matches("show\\.db-(wal|shm)"))
                    .forEach(found::add);
            return found;
        }
    }

    /// Returns when it is in the middle of it.
    private Process begin(Job job) throws IOException {
        if (job == Job.BACKUP || job == Job.BACKUP_OF_MEMORY) {
            Files.deleteIfExists(folder.resolve(job.result));
        }
        Process process = new ProcessBuilder(JavaCommand.of(
                        Worker.class,
                        List.of("-Djava.io.tmpdir=" + folder.resolve("tmp")),
                        job.name(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("at work");
        return process;
    }

    private static void finish(Process process) throws Exception {
        process.getOutputStream().close();
        assertThat(process.waitFor()).isZero();
    }

    /// The other process: begins, says so, and goes on when its input ends.
    static final class Worker {
        private static final Cancellation NONE = Cancellation.none();
        private static boolean said;

        private Worker() {}

        static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[1]);
            Job job = Job.valueOf(arguments[0]);
            Path result = folder.resolve(job.result);
            switch (job) {
                case CSV -> export(folder, new ExportFormat.Csv(CsvOptions.EXACT), result);
                case SLICE -> export(folder, new ExportFormat.Slice(), result);
                case BACKUP -> {
                    try (JournalReader journal = open(folder.resolve("show.db"))) {
                        backUp(journal, result);
                    }
                }
                case BACKUP_OF_MEMORY -> {
                    var journal = new MemoryJournal("memory", ENTRIES, 1, InstantSource.system());
                    journal.appendAll(Collections.nCopies(ENTRIES, Entries.set("/a", "1")));
                    backUp(journal, result);
                }
                case PRIVATE_COPY -> {
                    try (JournalReader _ = open(folder.resolve("left.db"))) {
                        atWork(1);
                    }
                }
                case RELAY -> {
                    try (TemporaryCopies copies = new TemporaryCopies()) {
                        JournalCopy first = copies.create();
                        // Making the second must not unlock the first.
                        JournalCopy second = copies.create();
                        atWork(1);
                        copies.discard(first);
                        copies.discard(second);
                    }
                }
            }
        }

        private static JournalReader open(Path file) {
            return new SqliteJournals().open(file, Progress.NONE, NONE);
        }

        private static void export(Path folder, ExportFormat format, Path target) {
            try (JournalReader journal = open(folder.resolve("show.db"))) {
                Path sameByAnotherName = folder.resolve("link").resolve(target.getFileName());
                Progress progress = (done, total) -> {
                    if (!said) {
                        // Must not unlock what this process is writing there.
                        new NewFile(sameByAnotherName).close();
                    }
                    atWork(done);
                };
                new Exporter(new SqliteSlices())
                        .export(Selection.of(journal, Filter.ALL), format, target, progress, NONE);
            }
        }

        private static void backUp(JournalReader journal, Path target) {
            CompactionProgress progress = (step, done, total) -> {
                if (step == CompactionStep.BACKING_UP) {
                    atWork(done);
                }
            };
            ((CompactionAccess.Available) journal.compaction())
                    .compactor()
                    .compact(new CompactionOrder(Long.MIN_VALUE, target, false, false), progress, NONE);
        }

        private static void atWork(long done) {
            if (done > 0 && !said) {
                said = true;
                System.out.println("at work");
                try {
                    while (System.in.read() >= 0) {
                        continue;
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
