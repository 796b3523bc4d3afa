package clasp.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two writers race when one sets an address in between SETs of the other and is set over within 50 ms: once is enough
/// where the other's SETs lie within 50 ms, too; slower ones race when it happens to the same two again within ten
/// seconds. Where more take turns, slow ones race when the same one is set over by the same other a third time.
class RaceTest {
    private static final double HERTZ = 1_000;

    private final ScriptedJournal journal = new ScriptedJournal();
    private long seq;

    @Test
    void whoeverComesInBetweenSomebodyElsesSetsRaces() {
        sets("A", 0);
        sets("B", 10);
        sets("A", 20);
        assertThat(races()).containsExactly(3L);
        assertThat(problems().getFirst().explanation()).endsWith("within 20 ms: A and B.");
    }

    @Test
    void howManySetsEachMakesInARowDoesNotMatter() {
        sets("A", 0, 1);
        sets("B", 2, 3, 4);
        sets("A", 5, 6);
        assertThat(races()).containsExactly(6L);
    }

    @Test
    void takingOverIsNoRaceHoweverQuick() {
        sets("A", 0, 1, 2);
        sets("B", 3, 4, 5, 6, 7, 100, 200);
        sets("C", 201, 202);
        assertThat(races()).isEmpty();
    }

    @Test
    void givingBackLaterIsNoRace() {
        sets("A", 0, 1);
        sets("B", 2, 3);
        sets("A", 52, 53);
        sets("B", 104);
        assertThat(races()).isEmpty();
    }

    @Test
    void fadersOfDifferentRatesRace() {
        for (double[] rates : new double[][] {{60, 60}, {60, 25}, {60, 10}, {60, 1}, {30, 30}, {1, 60}}) {
            var two = new RaceTest();
            for (double millis = 0; millis < 2_000; millis++) {
                if (millis % Math.floor(HERTZ / rates[0]) == 0) {
                    two.sets("A", millis);
                }
                if (millis % Math.floor(HERTZ / rates[1]) == 5) {
                    two.sets("B", millis);
                }
            }
            assertThat(two.races()).as("%s and %s Hz", rates[0], rates[1]).isNotEmpty();
        }
    }

    @Test
    void aRaceOfThreeIsOneToo() {
        for (double millis = 0; millis < 60; millis += 15) {
            sets("A", millis);
            sets("B", millis + 5);
            sets("C", millis + 10);
        }
        assertThat(races()).containsExactly(4L);
    }

    @ParameterizedTest
    @ValueSource(doubles = {17, 33, 50})
    void threeWhoSetItInStrictRotationRaceHoweverSlowly(double step) {
        for (int turn = 0; turn < 300; turn++) {
            sets(List.of("A", "B", "C").get(turn % 3), turn * step);
        }
        assertThat(races()).containsExactly(8L);
        assertThat(problems().getFirst().explanation())
                .endsWith("again and again, here within " + (int) step + " ms: B and A.");
    }

    @Test
    void manyWhoSetItInStrictRotationRaceToo() {
        for (int writers = 4; writers <= 10; writers++) {
            var many = new RaceTest();
            for (int turn = 0; turn < 300; turn++) {
                many.sets("writer-" + turn % writers, turn * 30);
            }
            assertThat(many.races()).as("%s writers", writers).containsExactly(2L * writers + 2);
        }
    }

    @Test
    void threeWhoSetItOnceASecondRaceInWhateverOrderTheyCome() {
        for (int seed = 0; seed < 50; seed++) {
            List<String> order = new ArrayList<>(List.of("A", "B", "C"));
            Random random = new Random(seed);
            var three = new RaceTest();
            for (int second = 0; second < 60; second++) {
                Collections.shuffle(order, random);
                for (int i = 0; i < 3; i++) {
                    three.sets(order.get(i), second * HERTZ + i * 15);
                }
            }
            assertThat(three.races()).as("seed %s", seed).isNotEmpty();
        }
    }

    @Test
    void threeWhoStayOutOfEachOthersWayAreNoRace() {
        for (int turn = 0; turn < 300; turn++) {
            sets(List.of("A", "B", "C").get(turn % 3), turn * 60);
        }
        assertThat(races()).isEmpty();
    }

    @Test
    void aRotationThatComesRoundWithinTenSecondsIsARaceTheThirdTimeAndASlowerOneIsNone() {
        for (double seconds : new double[] {9, 11}) {
            var three = new RaceTest();
            for (int round = 0; round < 20; round++) {
                three.sets("A", round * seconds * HERTZ);
                three.sets("B", round * seconds * HERTZ + 20);
                three.sets("C", round * seconds * HERTZ + 40);
            }
            assertThat(three.races()).as("every %s s", seconds).isEqualTo(seconds < 10 ? List.of(8L) : List.of());
        }
    }

    @Test
    void fadesOfThreeThatTakeTurnsAreNoRace() {
        for (int turn = 0; turn < 30; turn++) {
            for (int step = 0; step < 25; step++) {
                sets(List.of("A", "B", "C").get(turn % 3), turn * HERTZ + step * 40);
            }
        }
        assertThat(races()).isEmpty();
    }

    @Test
    void aRaceThatGoesOnIsOneProblemAndTheNextIsAnother() {
        for (double millis = 0; millis < 3_000; millis += 20) {
            sets("A", millis);
            sets("B", millis + 10);
        }
        assertThat(races()).containsExactly(3L);
        sets("A", 14_000);
        sets("B", 14_010);
        sets("A", 14_020);
        assertThat(races()).containsExactly(3L, seq);
    }

    @Test
    void slowWritersRaceWhenTheOneSetsOverTheOtherTimeAndAgain() {
        for (double millis = 0; millis < 60_000; millis += 100) {
            sets("A", millis);
            sets("B", millis + 20);
        }
        assertThat(races()).containsExactly(6L);
        assertThat(problems().getFirst().explanation()).endsWith("again and again, here within 20 ms: B and A.");
    }

    @Test
    void writersOnceASecondRaceToo() {
        for (int second = 0; second < 60; second++) {
            sets("A", second * HERTZ);
            sets("B", second * HERTZ + 10);
        }
        assertThat(races()).containsExactly(6L);
    }

    @Test
    void slowWritersRaceInWhateverOrderTheyCome() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            var two = new RaceTest();
            for (int second = 0; second < 60; second++) {
                boolean first = random.nextBoolean();
                two.sets(first ? "A" : "B", second * HERTZ);
                two.sets(first ? "B" : "A", second * HERTZ + 1 + random.nextInt(49));
            }
            assertThat(two.races()).as("seed %s", seed).isNotEmpty();
        }
    }

    @Test
    void slowWritersRaceAlsoWhereOneOfThemSetsItFarMoreOften() {
        for (double millis = 0; millis < 60_000; millis += 100) {
            sets("A", millis);
            if (millis % 1_000 == 900) {
                sets("B", millis + 70);
            }
        }
        assertThat(races()).containsExactly(23L);
    }

    /// As many clients of one mixer do it.
    @Test
    void manyWhoSetAnAddressNowAndThenAreNoRace() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            var many = new RaceTest();
            double millis = 0;
            for (int set = 0; set < 200; set++) {
                millis += random.nextInt(600);
                many.sets("client-" + random.nextInt(40), millis);
            }
            assertThat(many.races()).as("seed %s", seed).isEmpty();
        }
    }

    @Test
    void aSlowRaceIsOverAfterTenSecondsAndTheNextIsAnother() {
        for (double begin : new double[] {0, 30_000}) {
            for (int second = 0; second < 10; second++) {
                sets("A", begin + second * HERTZ);
                sets("B", begin + second * HERTZ + 10);
            }
        }
        assertThat(races()).containsExactly(6L, 26L);
    }

    @Test
    void anOperatorsSingleCorrectionIsNoRace() {
        for (double millis = 0; millis < 60_000; millis += 100) {
            sets("show", millis);
            if (millis % 20_000 == 10_000) {
                sets("desk", millis + 80);
            }
        }
        assertThat(races()).isEmpty();
    }

    @Test
    void twoCorrectionsThatAreSetOverAtOnceAreARace() {
        for (double millis = 0; millis < 10_000; millis += 100) {
            sets("show", millis);
            if (millis == 2_000 || millis == 5_000) {
                sets("desk", millis + 80);
            }
        }
        assertThat(races()).hasSize(1);
    }

    @Test
    void fadesThatTakeTurnsAreNoRaceHoweverQuicklyOneFollowsTheOther() {
        for (int turn = 0; turn < 30; turn++) {
            for (int step = 0; step < 25; step++) {
                sets(turn % 2 == 0 ? "A" : "B", turn * HERTZ + step * 40);
            }
        }
        assertThat(races()).isEmpty();
    }

    @Test
    void writersWhoStayOutOfEachOthersWayAreNoRace() {
        for (int second = 0; second < 60; second++) {
            sets("A", second * HERTZ);
            sets("B", second * HERTZ + 500);
        }
        assertThat(races()).isEmpty();
    }

    @Test
    void manyWritersOfOneAddressRaceOnce() {
        Random random = new Random(1);
        for (int set = 0; set < 2_000; set++) {
            sets("phone-" + random.nextInt(12), set * 4);
        }
        assertThat(races()).hasSize(1);
    }

    @Test
    void aClockThatWasSetBackInBetweenMakesNoRace() {
        sets("A", 10_000);
        sets("B", 10_010, 1_000);
        sets("A", 1_030);
        assertThat(races()).isEmpty();
    }

    @Test
    void neighboursOutOfTimeOrderRaceAllTheSame() {
        sets("A", 10);
        sets("B", 12);
        sets("A", 9.9);
        assertThat(races()).containsExactly(3L);
    }

    /// The writer sets the address at these milliseconds.
    private void sets(String author, double... millis) {
        for (double each : millis) {
            seq++;
            long micros = 1_000_000 + (long) (each * 1_000);
            journal.entry(new Entry(seq, micros, author, "/a", "param", "1", seq, MsgType.SET));
        }
    }

    private List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        new ProblemScan(journal).run(problems::add, Progress.NONE, Cancellation.none());
        return problems.stream()
                .filter(problem -> problem.kind() == ProblemKind.RACING_WRITERS)
                .toList();
    }

    private List<Long> races() {
        return problems().stream().map(Problem::seq).toList();
    }
}
