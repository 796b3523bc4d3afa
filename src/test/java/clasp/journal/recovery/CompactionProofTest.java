package clasp.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.Compactor;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a compaction is said to do to both recoveries is what it does, on both backends.
class CompactionProofTest {
    private static final int JOURNALS = 60;

    @TempDir
    Path folder;

    @Test
    void whatIsPredictedComesTrue() {
        for (int seed = 0; seed < JOURNALS; seed++) {
            Random random = new Random(seed);
            List<Entry> entries = entries(random);
            CompactionOrder order = order(random, entries.getLast().seq());
            try (JournalReader journal = random.nextBoolean() ? memory(entries) : file(seed, entries)) {
                CompactionProof predicted = predict(journal, order);
                compactor(journal).compact(order, CompactionProgress.NONE, Cancellation.none());
                CompactionProof seen = predicted.verify(journal, Progress.NONE, Cancellation.none());

                assertThat(seen).as("seed %s, %s", seed, order).isEqualTo(predicted);
                assertThat(seen.confirms(predicted)).isTrue();
                if (order.snapshotFirst()) {
                    assertThat(seen.documented().right()).as("seed %s", seed).isTrue();
                }
                if (order.forClaspRouter()) {
                    assertThat(seen.router().differing()).as("seed %s", seed).isEmpty();
                    assertThat(seen.router().alike()).isEqualTo(seen.before().size());
                }
            }
        }
    }

    /// SETs without a revision count on from the one before, which is gone then.
    @Test
    void aRevisionThatComesBackOtherwiseIsNotCalledAsItIsNow() {
        Entry numbered = set(1, "/a", 5);
        Entry counting = new Entry(2, 2, "desk", "/a", "param", "2", null, MsgType.SET);
        try (JournalReader journal = memory(List.of(numbered, counting))) {
            CompactionProof proof = predict(journal, new CompactionOrder(2, null, false, false));
            assertThat(proof.documented().right()).isTrue();
            assertThat(ProofWords.documented(proof))
                    .isEqualTo("Recovery as documented: the only param comes back with the value that it has now."
                            + " One of these has another revision, author or time then.");
        }
    }

    @Test
    void withoutASnapshotItSaysExactlyWhichParamsDiffer() {
        try (JournalReader journal = memory(List.of(set(1, "/a", 1), set(2, "/a", 2), set(3, "/b", 1)))) {
            CompactionProof proof = predict(journal, new CompactionOrder(3, null, false, false));

            assertThat(proof.documented().differing())
                    .extracting(ParamChange::kind, ParamChange::address)
                    .containsExactly(org.assertj.core.api.Assertions.tuple(ChangeKind.REMOVED, "/a"));
            assertThat(proof.router().differing()).hasSize(1);
            assertThat(proof.routerBefore().differing())
                    .singleElement()
                    .satisfies(change ->
                            assertThat(change.later().map(Param::valueJson)).contains("1"));
        }
    }

    @Test
    void entriesThatStayMakeClaspRouterComeBackWithOldValuesUnlessTheyAreNumberedForIt() {
        List<Entry> entries =
                List.of(set(1, "/a", 1), set(2, "/b", 1), set(3, "/b", 2), set(4, "/b", 4), set(5, "/a", 2));
        try (JournalReader journal = memory(entries)) {
            assertThat(predict(journal, new CompactionOrder(2, null, true, false))
                            .router()
                            .differing())
                    .extracting(ParamChange::address)
                    .containsExactly("/b");
            assertThat(predict(journal, new CompactionOrder(2, null, true, false, true))
                            .router()
                            .right())
                    .isTrue();
        }
    }

    @Test
    void aValueThatNobodyCanPutIntoASnapshotIsToldAsADifference() {
        Entry broken = set(1, "/a", 1).withValueJson("{broken");
        try (JournalReader journal = memory(List.of(broken))) {
            assertThat(predict(journal, new CompactionOrder(2, null, true, false))
                            .documented()
                            .differing())
                    .singleElement()
                    .satisfies(change ->
                            assertThat(change.later().map(Param::valueJson)).contains("null"));
        }
    }

    private static CompactionProof predict(JournalReader journal, CompactionOrder order) {
        return CompactionProof.predict(journal, order, Progress.NONE, Cancellation.none());
    }

    private static CompactionOrder order(Random random, long latest) {
        return new CompactionOrder(
                random.nextLong(latest + 2), null, random.nextBoolean(), random.nextBoolean(), random.nextBoolean());
    }

    private static List<Entry> entries(Random random) {
        List<Entry> entries = new ArrayList<>();
        long[] revisions = new long[6];
        long count = 20 + random.nextInt(150);
        for (long seq = 1; seq <= count; seq++) {
            int param = random.nextInt(6);
            switch (random.nextInt(12)) {
                case 0 -> entries.add(set(seq, "/" + param, null));
                case 1 -> entries.add(new Entry(seq, seq, "x", "/" + param, "event", "1", null, MsgType.PUBLISH));
                case 2 -> entries.add(new Entry(seq, seq, "x", "/" + param, "param", "7", 1L, MsgType.SET + 0x300));
                case 3 -> {
                    revisions[param] = random.nextInt(3);
                    entries.add(set(seq, "/" + param, ++revisions[param]));
                }
                default -> entries.add(set(seq, "/" + param, ++revisions[param]));
            }
        }
        return entries;
    }

    private static Entry set(long seq, String address, long revision) {
        return set(seq, address, Long.valueOf(revision));
    }

    private static Entry set(long seq, String address, @Nullable Long revision) {
        return new Entry(seq, seq, "writer", address, "param", Long.toString(seq), revision, MsgType.SET);
    }

    private static MemoryJournal memory(List<Entry> entries) {
        MemoryJournal journal = new MemoryJournal("memory", 1_000, 5, InstantSource.system());
        journal.take(entries);
        return journal;
    }

    private JournalReader file(int seed, List<Entry> entries) {
        Path file = JournalFiles.write(folder.resolve("journal" + seed + ".db"), entries);
        return new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
    }

    private static Compactor compactor(JournalReader journal) {
        return ((CompactionAccess.Available) journal.compaction()).compactor();
    }
}
