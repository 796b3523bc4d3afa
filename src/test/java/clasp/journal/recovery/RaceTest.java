package clasp.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Two writers race when their SETs of one address interleave within 50 ms, however many each of them makes.
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

    @Test
    void aRaceThatGoesOnIsOneProblemAndTheNextIsAnother() {
        for (double millis = 0; millis < 3_000; millis += 20) {
            sets("A", millis);
            sets("B", millis + 10);
        }
        assertThat(races()).containsExactly(3L);
        sets("A", 4_000);
        sets("B", 4_010);
        sets("A", 4_020);
        assertThat(races()).containsExactly(3L, seq);
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
