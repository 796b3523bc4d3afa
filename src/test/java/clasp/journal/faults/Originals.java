package clasp.journal.faults;

import clasp.journal.model.Entry;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.Entries;
import clasp.journal.wire.Message;
import clasp.journal.wire.WireValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// Sound journals to begin with, and how they are looked at afterwards. Stateless.
final class Originals {
    private Originals() {}

    /// What is tried with a sound journal, in a folder that goes afterwards.
    @FunctionalInterface
    interface Trial {
        void run(Path folder, Path original) throws Exception;
    }

    static void tryWith(Trial trial) throws Exception {
        Path folder = Files.createTempDirectory("clasp-faults-");
        try {
            trial.run(folder, journal(folder.resolve("original.db")));
        } finally {
            Faults.remove(folder);
        }
    }

    static Path journal(Path file) {
        try (SqliteJournal journal = new SqliteJournals().create(file, null)) {
            journal.appendAll(entries(Faults.ENTRIES));
        }
        return file;
    }

    static List<Entry> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Entries.set("/a/" + i % 50, "[" + i + ",2,3]"))
                .toList();
    }

    static Message message(long number) {
        return new Message.Set("/a/" + number % 50, WireValue.Int.of(number), number, false, false, null);
    }

    static JournalReader open(Path file) {
        return new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
    }
}
