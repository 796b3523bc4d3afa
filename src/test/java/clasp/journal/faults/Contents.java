package clasp.journal.faults;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What must stand in the journals of these trials, in every column of every entry. Stateless.
final class Contents {
    private static final List<Entry> ORIGINAL = numbered(Originals.entries(Faults.ENTRIES), 0);
    private static final List<Entry> ADDED = Originals.entries(StubbornWriter.BATCH);

    private Contents() {}

    static List<Entry> read(JournalReader journal) {
        List<Entry> all = new ArrayList<>();
        journal.scan(Filter.ALL, SeqRange.ALL, all::add, Cancellation.none());
        return all;
    }

    static List<Entry> read(Path file) {
        try (JournalReader journal = Originals.open(file)) {
            return read(journal);
        }
    }

    /// The journal that a job begins with, and what a [StubbornWriter] has added up to a seq.
    static List<Entry> upTo(long seq) {
        List<Entry> all = new ArrayList<>(ORIGINAL);
        while (all.size() < seq) {
            all.addAll(numbered(ADDED, all.size()));
        }
        return all.subList(0, (int) Math.max(seq, ORIGINAL.size()));
    }

    /// The original after the compaction of [Work], which nothing has interrupted.
    static List<Entry> compacted() {
        return Compacted.ENTRIES;
    }

    /// Made when it is first asked for.
    private static final class Compacted {
        private static final List<Entry> ENTRIES = make();

        private static List<Entry> make() {
            try {
                Path folder = Files.createTempDirectory("clasp-faults-");
                try {
                    Path file = Originals.journal(folder.resolve("show.db"));
                    Work.compact(file);
                    return read(file);
                } finally {
                    Faults.remove(folder);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// What is recorded of the router, or appended, with this seq: the message with that number.
    ///
    /// @param like has the time and the author, which are known to the one that was killed only
    static Entry heard(long seq, Entry like) {
        return new Entry(
                seq,
                like.timestampMicros(),
                like.author(),
                "/a/" + seq % 50,
                "param",
                Long.toString(seq),
                seq,
                MsgType.SET);
    }

    /// The first difference, in words; empty when there is none.
    static String difference(List<Entry> found, List<Entry> expected) {
        for (int i = 0; i < Math.min(found.size(), expected.size()); i++) {
            if (!found.get(i).equals(expected.get(i))) {
                return "found " + found.get(i) + " in place of " + expected.get(i);
            }
        }
        return found.size() == expected.size() ? "" : "found " + found.size() + " entries of " + expected.size();
    }

    private static List<Entry> numbered(List<Entry> entries, long before) {
        return Stream.iterate(0, i -> i < entries.size(), i -> i + 1)
                .map(i -> entries.get(i).withSeq(before + i + 1))
                .toList();
    }
}
