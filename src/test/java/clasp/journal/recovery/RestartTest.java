package clasp.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import clasp.journal.demo.ShowPlan;
import clasp.journal.demo.ShowSimulator;
import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A router that was started again is one problem, whatever the clock shows; addresses that go wrong by themselves are
/// none.
class RestartTest extends RestartedRouter {
    private static final int SHOW = 3_000;

    /// Milliseconds from the last entry before to the first one after it.
    @ParameterizedTest
    @ValueSource(longs = {5_000, 300, 60, -2_500, -3_600_000, -86_400_000})
    void aRestartIsOneProblemAtTheFirstEntryAfterItWhateverTheClockShows(long pause) {
        for (long seed = 1; seed <= 20; seed++) {
            ScriptedJournal show = show(seed, pause);
            List<Tuple> expected = new ArrayList<>(List.of(tuple(ProblemKind.RESTART, SHOW + 1L)));
            if (pause < 0) {
                expected.add(tuple(ProblemKind.TIME_BACKWARDS, SHOW + 1L));
            }
            assertThat(found(show)).as("seed %s", seed).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void aRestartThatLeavesNoTraceInTheClockIsOneProblemNearby() {
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(problems(show(seed, 0)))
                    .as("seed %s", seed)
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.kind()).isEqualTo(ProblemKind.RESTART);
                        assertThat(problem.seq()).isBetween(SHOW + 1L, SHOW + 20L);
                        assertThat(problem.explanation()).startsWith("From one entry to the next revisions start over");
                    });
        }
    }

    @Test
    void anExplanationSaysWhatTheClockShows() {
        assertThat(explanation(show(1, 5_000))).startsWith("After a silence of 500");
        assertThat(explanation(show(1, 300))).startsWith("Only 30");
        assertThat(explanation(show(1, -3_600_000))).startsWith("With the clock set back by 3599");
    }

    @Test
    void aRouterThatBeginsWithTheOldestValueOfEachParamAndSetsItFromRevisionTwo() {
        fade(8);
        restart(300);
        fade(5);
        assertThat(found(journal)).containsExactly(tuple(ProblemKind.RESTART, 8L * LIGHTS + 1));
    }

    /// It replays all SETs on top of the snapshot, so that each revision comes back one too high.
    @ParameterizedTest
    @ValueSource(longs = {5_000, 300, -60_000})
    void aRouterThatHasASnapshotAndTheWholeJournalLeavesOneRevisionOutAtEveryAddress(long pause) {
        fade(8);
        snapshot();
        fade(4);
        restart(pause);
        fade(5);
        assertThat(found(journal))
                .contains(tuple(ProblemKind.RESTART, 12L * LIGHTS + 1))
                .allSatisfy(found ->
                        assertThat(found.toList().getFirst()).isIn(ProblemKind.RESTART, ProblemKind.TIME_BACKWARDS))
                .hasSize(pause < 0 ? 2 : 1);
        assertThat(explanation(journal))
                .contains("leave some out (/light/0 had 12 and now has 14)", "as clasp-router does");
    }

    @Test
    void aRouterThatWasStartedAgainAndAgainHasOneProblemForEachTime() {
        fade(8);
        snapshot();
        restart(300);
        fade(5);
        restart(300);
        fade(5);
        restart(7_000);
        fade(5);
        assertThat(found(journal))
                .containsExactly(
                        tuple(ProblemKind.RESTART, 8L * LIGHTS + 1),
                        tuple(ProblemKind.RESTART, 13L * LIGHTS + 1),
                        tuple(ProblemKind.RESTART, 18L * LIGHTS + 1));
    }

    @Test
    void aRestartShowsAlsoWhenTheEntriesBeforeItsSnapshotWereCompactedAwayLater() {
        fade(8);
        snapshot();
        fade(4);
        restart(300);
        fade(5);
        snapshot();
        journal.deleteBefore(10L * LIGHTS + 1);
        assertThat(found(journal))
                .containsExactlyInAnyOrder(
                        tuple(ProblemKind.COMPACTED, 1L), tuple(ProblemKind.RESTART, 12L * LIGHTS + 1));
    }

    @Test
    void aRouterThatComesBackWithOnlyASnapshotSetsItsParamsFromRevisionTwo() {
        fade(8);
        snapshot();
        journal.deleteBefore(8L * LIGHTS + 1);
        restart(300);
        fade(5);
        assertThat(found(journal)).containsExactly(tuple(ProblemKind.COMPACTED, 1L));
        journal.deleteBefore(9L * LIGHTS + 1);
        restart(300);
        fade(5);
        assertThat(found(journal))
                .contains(tuple(ProblemKind.RESTART, 13L * LIGHTS + 1))
                .hasSize(2);
    }

    /// What was set after the snapshot is lost: an unclean stop.
    @ParameterizedTest
    @ValueSource(longs = {5_000, 300, 1, -60_000})
    void aRouterThatGoesOnFromItsSnapshotAloneIsOneProblem(long pause) {
        fade(8);
        snapshot();
        fade(4);
        restartFromSnapshotAlone(pause);
        fade(5);
        assertThat(found(journal))
                .contains(tuple(ProblemKind.RESTART, 12L * LIGHTS + 1))
                .hasSize(pause < 0 ? 2 : 1);
        assertThat(explanation(journal))
                .endsWith(
                        "revisions go back (/light/0 had 12 and now has 9): the router was started again, with an older"
                                + " state than it had.");
    }

    @Test
    void aRouterThatGoesOnFromItsSnapshotAloneIsOneProblemAlsoWhereFewParamsWereSetSinceThat() {
        fade(8);
        snapshot();
        for (int i = 0; i < 9; i++) {
            String address = "/light/" + i % 3;
            set(address, revisions.merge(address, 1L, Long::sum));
        }
        restartFromSnapshotAlone(300);
        for (int light = LIGHTS - 1; light >= 0; light--) {
            String address = "/light/" + light;
            set(address, revisions.merge(address, 1L, Long::sum));
        }
        fade(5);
        assertThat(found(journal)).containsExactly(tuple(ProblemKind.RESTART, 8L * LIGHTS + 10));
    }

    @Test
    void aRouterThatGoesOnFromItsSnapshotAloneIsOneProblemAlsoWhenTheRestWasCompactedAway() {
        fade(8);
        snapshot();
        fade(4);
        restartFromSnapshotAlone(300);
        fade(5);
        journal.deleteBefore(8L * LIGHTS + 1);
        assertThat(found(journal))
                .containsExactly(tuple(ProblemKind.COMPACTED, 1L), tuple(ProblemKind.RESTART, 12L * LIGHTS + 1));
    }

    /// Nothing but that one param shows it, before the next restart comes.
    @Test
    void restartsThatOneParamAloneShowsAreToldEachForItself() {
        fade(8);
        for (int life = 0; life < 3; life++) {
            snapshot();
            set("/light/3", revisions.merge("/light/3", 1L, Long::sum));
            restartFromSnapshotAlone(2_000);
            fade(5);
        }
        long first = 8L * LIGHTS + 2;
        assertThat(found(journal))
                .containsExactly(
                        tuple(ProblemKind.RESTART, first),
                        tuple(ProblemKind.RESTART, first + 5L * LIGHTS + 1),
                        tuple(ProblemKind.RESTART, first + 10L * LIGHTS + 2));
    }

    /// One SET is written late where the param has counted up to what it had before.
    @Test
    void aRestartOfFewParamsShowsAlsoWhenOneComesToItsOldRevisionOutOfOrder() {
        List<String> few = List.of("/a", "/b", "/c");
        long counted = 100;
        for (long revision = 1; revision <= counted; revision++) {
            for (String address : few) {
                set(address, revision);
            }
        }
        long restarted = seq + 1;
        micros += 300 * MILLISECOND;
        for (long revision = 2; revision <= counted + 5; revision++) {
            set("/a", revision == counted ? counted + 1 : revision == counted + 1 ? counted : revision);
            set("/b", revision);
            set("/c", revision);
        }
        assertThat(found(journal)).contains(tuple(ProblemKind.RESTART, restarted));
    }

    /// Others have counted on across the silence.
    @Test
    void oneAddressThatGoesBackAfterARestartThatOneParamAloneShowsIsNone() {
        fade(8);
        snapshot();
        set("/light/3", revisions.merge("/light/3", 1L, Long::sum));
        restartFromSnapshotAlone(2_000);
        fade(5);
        micros += 2_000 * MILLISECOND;
        IntStream.range(0, 9).forEach(i -> set("/light/1", revisions.merge("/light/1", 1L, Long::sum)));
        revisions.put("/light/5", 1L);
        set("/light/5", revisions.merge("/light/5", 1L, Long::sum));
        IntStream.range(0, 9).forEach(i -> set("/light/1", revisions.merge("/light/1", 1L, Long::sum)));
        assertThat(found(journal))
                .containsExactly(
                        tuple(ProblemKind.RESTART, 8L * LIGHTS + 2),
                        tuple(ProblemKind.REVISION_REGRESSION, 13L * LIGHTS + 11));
    }

    @Test
    void aSnapshotAfterThatHasParamsAsTheOneBeforeHadThem() {
        fade(8);
        snapshot();
        List<Param> before = List.copyOf(kept);
        fade(4);
        restartFromSnapshotAlone(300);
        List<Param> now = new ArrayList<>(before);
        for (int light = 0; light < 3; light++) {
            String address = "/light/" + light;
            set(address, revisions.merge(address, 1L, Long::sum));
            now.removeIf(param -> param.address().equals(address));
            now.add(new Param(address, Long.toString(seq), revisions.get(address), "x", micros));
        }
        journal.snapshot(seq, now.toArray(Param[]::new));
        fade(5);
        assertThat(found(journal)).containsExactly(tuple(ProblemKind.RESTART, 12L * LIGHTS + 1));
    }

    @Test
    void oneAddressThatGoesBackToTheSnapshotAloneIsNoRestart() {
        fade(8);
        snapshot();
        fade(4);
        revisions.put("/light/5", 8L);
        fade(5);
        assertThat(found(journal)).containsExactly(tuple(ProblemKind.REVISION_REGRESSION, 12L * LIGHTS + 6));
    }

    /// Routers that go on from their latest snapshot alone again and again.
    @Test
    void everyRestartFromASnapshotAloneIsFoundAndNothingElse() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            var router = new RestartTest();
            List<Tuple> expected = router.fourLives(random, sets -> {
                if (sets == 150 && random.nextBoolean()) {
                    router.snapshot();
                }
            });
            assertThat(found(router.journal)).as("seed %s", seed).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 5_000, -60_000})
    void oneAddressThatStartsOverAloneIsNoRestart(long pause) {
        fade(8);
        micros += pause * MILLISECOND;
        revisions.put("/light/5", 0L);
        fade(5);
        assertThat(found(journal))
                .filteredOn(found -> found.toList().getFirst() != ProblemKind.TIME_BACKWARDS)
                .containsExactly(tuple(ProblemKind.REVISION_REGRESSION, 8L * LIGHTS + 6));
    }

    @Test
    void oneAddressThatLosesASetAloneIsNoRestartThoughThereIsASnapshot() {
        fade(8);
        snapshot();
        revisions.merge("/light/5", 1L, Long::sum);
        fade(5);
        assertThat(found(journal)).containsExactly(tuple(ProblemKind.REVISION_GAP, 8L * LIGHTS + 6));
    }

    @Test
    void entriesThatAreMissingInTheMiddleAreNoRestartThoughEveryAddressLostOne() {
        fade(8);
        snapshot();
        fade(5);
        IntStream.range(0, LIGHTS).forEach(light -> journal.remove(9L * LIGHTS + 1 + light));
        assertThat(problems(journal))
                .extracting(Problem::kind)
                .hasSize(LIGHTS + 1)
                .containsOnly(ProblemKind.MISSING_SEQS, ProblemKind.REVISION_GAP);
    }

    /// As a busy router writes them when many params are new.
    @Test
    void neighboursInTheWrongOrderAreNoRestart() {
        for (int light = 0; light < 4; light++) {
            set("/light/" + light, 2);
            set("/light/" + light, 1);
            set("/light/" + light, 3);
        }
        assertThat(problems(journal))
                .extracting(Problem::kind)
                .hasSize(8)
                .containsOnly(ProblemKind.REVISION_REGRESSION, ProblemKind.REVISION_GAP);
    }

    /// Both params are new, and both writers' SETs were written in the wrong order.
    @Test
    void neighboursInTheWrongOrderAtTwoAddressesAreNoRestart() {
        for (long revision : new long[] {2, 1, 3, 4, 5}) {
            set("/a", revision);
            set("/b", revision);
        }
        assertThat(problems(journal))
                .extracting(Problem::kind)
                .hasSize(4)
                .containsOnly(ProblemKind.REVISION_REGRESSION, ProblemKind.REVISION_GAP);
    }

    /// Others have counted on across the silence long before: it was none of a router.
    @Test
    void oneAddressThatStartsOverLongAfterASilenceIsNoRestart() {
        for (int revision = 1; revision <= 5; revision++) {
            set("/a", revision);
            set("/b", revision);
        }
        micros += 2_000 * MILLISECOND;
        for (int revision = 6; revision < 200; revision++) {
            set("/b", revision);
        }
        set("/a", 1);
        for (int revision = 200; revision < 400; revision++) {
            set("/b", revision);
        }
        assertThat(found(journal)).containsExactly(tuple(ProblemKind.REVISION_REGRESSION, 205L));
    }

    @Test
    void aSuspicionThatNothingDecidesIsToldAsWhatItIsAfterAWhile() {
        fade(8);
        set("/light/5", 1);
        for (int i = 0; i < 5_000; i++) {
            entry("/cue", null);
        }
        assertThat(found(journal)).containsExactly(tuple(ProblemKind.REVISION_REGRESSION, 8L * LIGHTS + 1));
    }

    /// The snapshot has what the router came back with, which no SET before it made.
    @ParameterizedTest
    @ValueSource(ints = {0, 3, LIGHTS})
    void aSnapshotSoonAfterARestartWithoutASilenceAgreesWithIt(int setsBetween) {
        fade(8);
        Map<String, Param> values = restart(300);
        IntStream.range(0, setsBetween).forEach(light -> {
            String address = "/light/" + light;
            set(address, revisions.merge(address, 1L, Long::sum));
            values.put(address, new Param(address, Long.toString(seq), revisions.get(address), "x", micros));
        });
        entry("/cue", null);
        journal.snapshot(seq, values.values().toArray(Param[]::new));
        for (int light = setsBetween; light < LIGHTS; light++) {
            String address = "/light/" + light;
            set(address, revisions.merge(address, 1L, Long::sum));
        }
        fade(5);
        assertThat(found(journal)).containsExactly(tuple(ProblemKind.RESTART, 8L * LIGHTS + 1));
    }

    /// Routers that are started again at random, with and without snapshots; params are set in any order.
    @Test
    void everyRestartOfRandomRoutersIsFoundAndNothingElse() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            var router = new RestartTest();
            List<Tuple> expected = new ArrayList<>();
            for (int life = 0; life < 4; life++) {
                if (life > 0) {
                    router.restart(60 + random.nextInt(5_000));
                    expected.add(tuple(ProblemKind.RESTART, router.seq + 1));
                }
                router.fade(1);
                for (int i = 0; i < 300; i++) {
                    String address = "/light/" + random.nextInt(LIGHTS);
                    router.set(address, router.revisions.merge(address, 1L, Long::sum));
                }
                if (random.nextInt(3) == 0) {
                    router.snapshot();
                }
            }
            assertThat(found(router.journal)).as("seed %s", seed).isEqualTo(expected);
        }
    }

    private static ScriptedJournal show(long seed, long pauseMillis) {
        ScriptedJournal journal = new ScriptedJournal();
        ShowSimulator show = new ShowSimulator(ShowPlan.ofSeed(seed));
        List<Entry> entries = new ArrayList<>();
        IntStream.range(0, SHOW).forEach(i -> entries.add(show.next()));
        show.pass(Duration.ofMillis(pauseMillis));
        show.restart();
        IntStream.range(0, SHOW).forEach(i -> entries.add(show.next()));
        journal.entries(entries);
        return journal;
    }
}
