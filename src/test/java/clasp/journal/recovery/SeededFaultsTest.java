package clasp.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.recovery.FaultyJournal.Planted;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Faults of every kind, several at once at random places: each is found where it was planted, and nothing
/// else.
class SeededFaultsTest {
    private static final int JOURNALS = 250;
    private static final int ENTRIES = 1_200;

    @Test
    void everyPlantedFaultIsFoundAtItsSeqAndNothingElse() {
        Map<ProblemKind, Integer> planted = new EnumMap<>(ProblemKind.class);
        for (long seed = 1; seed <= JOURNALS; seed++) {
            ScriptedJournal journal = new ScriptedJournal();
            FaultyJournal faulty = FaultyJournal.of(seed, ENTRIES, kinds(new Random(seed)), journal);
            FaultyJournal.count(faulty.planted()).forEach((kind, times) -> planted.merge(kind, times, Integer::sum));

            assertThat(found(journal)).as("seed %s", seed).containsExactlyInAnyOrderElementsOf(faulty.planted());
        }
        // HMACs are checked by whoever has the key.
        List<ProblemKind> kinds = new ArrayList<>(List.of(ProblemKind.values()));
        kinds.remove(ProblemKind.WRONG_HMAC);
        assertThat(planted).containsOnlyKeys(kinds);
    }

    /// Up to a dozen faults of entries and a few of the whole.
    private static List<ProblemKind> kinds(Random random) {
        List<ProblemKind> kinds = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            kinds.add(FaultyJournal.OF_ENTRIES.get(random.nextInt(FaultyJournal.OF_ENTRIES.size())));
        }
        List<ProblemKind> whole = new ArrayList<>(FaultyJournal.OF_THE_WHOLE);
        Collections.shuffle(whole, random);
        kinds.addAll(whole.subList(0, random.nextInt(5)));
        return kinds;
    }

    private static List<Planted> found(ScriptedJournal journal) {
        List<Planted> found = new ArrayList<>();
        new ProblemScan(journal)
                .run(
                        problem -> found.add(new Planted(
                                problem.kind(),
                                problem.seq(),
                                problem.concerns().orElse(null))),
                        Progress.NONE,
                        Cancellation.none());
        return found;
    }
}
