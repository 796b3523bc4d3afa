package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.LogReport;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A journal whose writer was killed: entries 1 to 40 are in the database, 41 to 60 in the log, one to a
/// transaction of several frames. Then the log is damaged.
abstract class CrashedLog {
    static final int IN_DATABASE = 40;
    static final int ALL = 60;
    static final int FRAME = 24 + 4_096;

    @TempDir
    Path folder;

    Path file = Path.of("");
    byte[] log = {};
    byte[] index = {};

    @BeforeEach
    void crash() throws Exception {
        Path written = Files.createDirectory(folder.resolve("router")).resolve("written.db");
        Files.createDirectory(folder.resolve("left"));
        try (SqliteJournal journal = new SqliteJournals().create(written, null)) {
            journal.appendAll(Collections.nCopies(IN_DATABASE, Entries.set("/a", "1")));
        }
        try (SqliteJournal journal = new SqliteJournals().openForWriting(written, null)) {
            for (int i = IN_DATABASE; i < ALL; i++) {
                journal.append(Entries.set("/b", Integer.toString(i)));
            }
            file = Files.copy(written, folder.resolve("left/left.db"));
            log = Files.readAllBytes(written.resolveSibling("written.db-wal"));
            index = Files.readAllBytes(written.resolveSibling("written.db-shm"));
        }
    }

    /// What loses committed frames.
    enum Loss {
        HEADER,
        HEADER_KEPT_INDEX,
        FRAME,
        CUT,
        SHORTER,
        ALL_GONE
    }

    void lose(Loss loss) throws IOException {
        switch (loss) {
            case HEADER -> leave(flipped(17), false);
            case HEADER_KEPT_INDEX -> leave(flipped(17), true);
            case FRAME -> leave(flipped(32 + 5 * FRAME + 100), false);
            case CUT -> leave(Arrays.copyOf(log, log.length - 2_000), false);
            case SHORTER -> leave(Arrays.copyOf(log, log.length - 9 * FRAME), true);
            case ALL_GONE -> leave(new byte[0], true);
        }
    }

    byte[] flipped(int at) {
        byte[] damaged = log.clone();
        damaged[at] ^= 0x10;
        return damaged;
    }

    void leave(byte[] newLog, boolean withIndex) throws IOException {
        Files.write(file.resolveSibling("left.db-wal"), newLog);
        if (withIndex) {
            Files.write(file.resolveSibling("left.db-shm"), index);
        }
    }

    List<String> notes() {
        try (SqliteJournal journal = new SqliteJournals().openForWriting(file, null)) {
            return journal.info().notes();
        }
    }

    String note() {
        List<String> notes = notes();
        assertThat(notes).hasSize(1);
        return notes.getFirst();
    }

    Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> found = new TreeMap<>();
        try (Stream<Path> all = Files.list(file.resolveSibling(""))) {
            for (Path each : all.toList()) {
                found.put(each.getFileName().toString(), Files.readAllBytes(each));
            }
        }
        return found;
    }

    static JournalReader open(Path file) {
        return new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
    }

    static LogReport report(Path file) {
        try (JournalReader journal = open(file)) {
            return journal.log(Cancellation.none()).orElseThrow();
        }
    }
}
