package clasp.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.recovery.JournalPair.Alignment;
import clasp.journal.recovery.JournalPair.Pair;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.JournalFiles;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whoever goes from the first divergence to the next, and so on, comes to each, and is told the truth about it: as
/// when all rows of both journals are laid out in a list.
class JournalPairPropertyTest {
    @TempDir
    private Path folder;

    private final Random random = new Random(20_260_811);
    private int before;
    private int after;

    /// What is told of one step.
    private record Step(List<Pair> around, long passed, Pair met, long alike, boolean parted) {}

    @ParameterizedTest
    @EnumSource
    void everyDivergenceIsComeTo(Alignment alignment) {
        for (int round = 0; round < 300; round++) {
            int size = round % 10 == 0 ? 1_500 + random.nextInt(500) : random.nextInt(40);
            long[] firstSeqs = {Long.MIN_VALUE, -7, 1, Long.MAX_VALUE - size + 1};
            List<Entry> left = journal(size, firstSeqs[round % 4]);
            List<Entry> right = changed(left, alignment);
            before = random.nextInt(6);
            after = 1 + random.nextInt(8);
            var pair = new JournalPair(
                    new ScriptedJournal().entries(left), new ScriptedJournal().entries(right), alignment);
            assertThat(walked(pair)).as("round %s", round).isEqualTo(expected(rows(left, right, alignment)));
        }
    }

    @Test
    void everyKindOfJournalIsComparedAlike() {
        for (int round = 0; round < 6; round++) {
            Alignment alignment = Alignment.values()[round % 2];
            List<Entry> left = journal(30 + round * 200, 1);
            List<Entry> right = changed(left, alignment);
            before = 3;
            after = 4;
            Path file = JournalFiles.write(folder.resolve(round + ".db"), right);
            var memory = new MemoryJournal("memory", 10_000, 1, InstantSource.system());
            memory.take(left);
            try (JournalReader sqlite = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
                assertThat(walked(new JournalPair(memory, sqlite, alignment)))
                        .isEqualTo(expected(rows(left, right, alignment)));
                assertThat(walked(new JournalPair(sqlite, memory, alignment)))
                        .isEqualTo(expected(rows(right, left, alignment)));
            }
        }
    }

    private List<Step> walked(JournalPair pair) {
        List<Step> steps = new ArrayList<>();
        JournalPair.Position from = JournalPair.Position.START;
        while (from != null) {
            JournalPair.Part part = pair.divergence(from, before, after, Progress.NONE, Cancellation.none());
            long passed = part.passed() == null ? 0 : part.passed().rows();
            steps.add(new Step(part.rows(), passed, part.met(), part.alike(), part.divergence() >= 0));
            from = part.next();
        }
        return steps;
    }

    private List<Step> expected(List<Pair> rows) {
        List<Step> steps = new ArrayList<>();
        int from = 0;
        while (true) {
            int met = steps.isEmpty() ? 0 : end(rows, from, false);
            int parting = end(rows, met, true);
            Pair meeting = met < rows.size() && parting > met ? rows.get(met) : null;
            boolean parted = parting < rows.size();
            // At the end, rows are shown around where they have met again, if they have parted and do.
            int place = parted ? parting : met > from && meeting != null ? met : rows.size();
            int first = Math.max(from, place - before);
            steps.add(new Step(
                    List.copyOf(rows.subList(first, Math.min(rows.size(), place + after))),
                    met - from,
                    meeting,
                    parting - met,
                    parted));
            if (!parted) {
                return steps;
            }
            from = parting;
            if (steps.size() > rows.size() + 1) {
                throw new AssertionError("no end");
            }
        }
    }

    /// Where a run of rows that are alike, or are not, ends.
    private static int end(List<Pair> rows, int from, boolean alike) {
        return IntStream.range(from, rows.size())
                .filter(i -> rows.get(i).alike() != alike)
                .findFirst()
                .orElse(rows.size());
    }

    private static List<Pair> rows(List<Entry> left, List<Entry> right, Alignment alignment) {
        Function<Entry, Long> key = alignment == Alignment.SEQ ? Entry::seq : Entry::timestampMicros;
        TreeMap<Long, Entry> one = byKey(left, key, alignment);
        TreeMap<Long, Entry> other = byKey(right, key, alignment);
        TreeMap<Long, Entry> all = byKey(left, key, alignment);
        all.putAll(other);
        return all.keySet().stream()
                .map(each -> pair(one.get(each), other.get(each)))
                .toList();
    }

    private static TreeMap<Long, Entry> byKey(List<Entry> entries, Function<Entry, Long> key, Alignment alignment) {
        TreeMap<Long, Entry> sorted = new TreeMap<>(alignment == Alignment.SEQ ? Long::compare : Long::compareUnsigned);
        entries.forEach(entry -> sorted.put(key.apply(entry), entry));
        return sorted;
    }

    private static Pair pair(Entry left, Entry right) {
        boolean alike = left != null && right != null && left.withSeq(0).equals(right.withSeq(0));
        return new Pair(left, right, alike);
    }

    /// Entries whose times ascend, and may pass 2^63.
    private List<Entry> journal(int size, long firstSeq) {
        long micros = random.nextInt(3) == 0 ? Long.MAX_VALUE - size * 2L : 1_708_500_000_000_000L;
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            micros += 1 + random.nextInt(5);
            entries.add(new Entry(firstSeq + i, micros, "w", "/a", "param", "" + i, (long) i, 0x21));
        }
        return entries;
    }

    /// As another journal of the same: it lacks runs of entries, has other values in some, and other seqs where that
    /// does not matter.
    private List<Entry> changed(List<Entry> entries, Alignment alignment) {
        List<Entry> changed = new ArrayList<>();
        int left = 0;
        int what = 0;
        long shift = alignment == Alignment.TIME && !entries.isEmpty()
                ? entries.getFirst().seq() - 1
                : 0;
        for (Entry entry : entries) {
            if (left-- == 0) {
                what = random.nextInt(4);
                left = random.nextInt(random.nextInt(4) == 0 ? 1_200 : 12);
            }
            Entry renumbered = entry.withSeq(entry.seq() - shift);
            if (what == 1) {
                changed.add(renumbered.withValueJson("\"other\""));
            } else if (what != 2) {
                changed.add(renumbered);
            }
        }
        return changed;
    }
}
