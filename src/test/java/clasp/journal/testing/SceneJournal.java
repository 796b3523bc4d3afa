package clasp.journal.testing;

import clasp.journal.model.Entry;
import clasp.journal.model.Hmacs;
import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A journal in which every entry has a value of its own, for tests that lose a page of it: that of seq 7 is
/// `"value-7-"`.
public final class SceneJournal {
    /// In turn: those of seqs that differ by as many are the same.
    public static final int ADDRESSES = 90;

    private SceneJournal() {}

    public static Path write(Path file, int entries) {
        return write(file, entries, null, SceneJournal::address);
    }

    public static Path write(Path file, int entries, @Nullable Hmacs hmacs) {
        return write(file, entries, hmacs, SceneJournal::address);
    }

    public static Path write(Path file, int entries, @Nullable Hmacs hmacs, IntFunction<String> address) {
        return write(file, hmacs, numbered(entries, seq -> Entries.set(address.apply(seq), value(seq))));
    }

    public static Path write(Path file, @Nullable Hmacs hmacs, List<Entry> entries) {
        try (SqliteJournal journal = new SqliteJournals().create(file, hmacs)) {
            journal.appendAll(entries);
        }
        return file;
    }

    public static List<Entry> numbered(int entries, IntFunction<Entry> entry) {
        return IntStream.rangeClosed(1, entries).mapToObj(entry).toList();
    }

    public static String address(int seq) {
        return "/scene/" + seq % ADDRESSES;
    }

    public static String value(int seq) {
        return "\"value-" + seq + "-\"";
    }
}
