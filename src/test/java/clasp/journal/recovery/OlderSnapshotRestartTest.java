package clasp.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A router that was started again when its newest snapshot could not be loaded, and went on from an older one or from
/// nothing, is one problem besides that snapshot.
class OlderSnapshotRestartTest extends RestartedRouter {
    @ParameterizedTest
    @ValueSource(longs = {5_000, 300, 0})
    void aRouterThatGoesOnFromTheSnapshotBeforeIsOneProblem(long pause) {
        snapshotAndADamagedOne();
        restartFromSnapshotAlone(pause);
        fade(5);
        assertThat(found(journal))
                .containsExactlyInAnyOrder(damagedAt(12L * LIGHTS), tuple(ProblemKind.RESTART, 14L * LIGHTS + 1));
        assertThat(explanation(journal))
                .endsWith(
                        "revisions go back (/light/0 had 14 and now has 9): the router was started again, with an older"
                                + " state than it had.");
    }

    @Test
    void aRouterThatGoesOnFromNothingIsOneProblem() {
        for (boolean clasp : new boolean[] {true, false}) {
            var router = new OlderSnapshotRestartTest();
            router.snapshotAndADamagedOne();
            if (clasp) {
                router.restart(300);
            } else {
                router.revisions.clear();
            }
            router.fade(5);
            assertThat(found(router.journal))
                    .containsExactly(damagedAt(12L * LIGHTS), tuple(ProblemKind.RESTART, 14L * LIGHTS + 1));
        }
    }

    @Test
    void howManySnapshotsCannotBeLoadedDoesNotMatter() {
        fade(8);
        snapshot();
        for (int i = 0; i < 3; i++) {
            fade(2);
            damagedSnapshot();
        }
        restartFromSnapshotAlone(300);
        fade(5);
        assertThat(found(journal))
                .containsExactlyInAnyOrder(
                        damagedAt(10L * LIGHTS),
                        damagedAt(12L * LIGHTS),
                        damagedAt(14L * LIGHTS),
                        tuple(ProblemKind.RESTART, 14L * LIGHTS + 1));
    }

    @Test
    void itIsOneProblemAlsoWhereTheEntriesSinceTheOlderSnapshotWereCompactedAway() {
        snapshotAndADamagedOne();
        restartFromSnapshotAlone(300);
        fade(5);
        journal.deleteBefore(12L * LIGHTS + 1);
        assertThat(found(journal))
                .containsExactlyInAnyOrder(
                        tuple(ProblemKind.NOT_RECOVERABLE, 12L * LIGHTS + 1),
                        damagedAt(12L * LIGHTS),
                        tuple(ProblemKind.RESTART, 14L * LIGHTS + 1));
    }

    /// What the SETs between the snapshot and the first entry were, only the snapshot tells.
    @Test
    void aSnapshotAfterWhichEntriesWereCompactedAwayIsGoneOnFromAsOneProblem() {
        fade(8);
        snapshot();
        fade(4);
        journal.deleteBefore(10L * LIGHTS + 1);
        restartFromSnapshotAlone(300);
        fade(5);
        assertThat(found(journal))
                .containsExactly(
                        tuple(ProblemKind.NOT_RECOVERABLE, 10L * LIGHTS + 1),
                        tuple(ProblemKind.RESTART, 12L * LIGHTS + 1));
    }

    /// Revisions were higher before the restart in between: now they leave some out, or repeat.
    @ParameterizedTest
    @ValueSource(ints = {3, 8, 9, 11})
    void aSnapshotOfBeforeAnotherRestartIsGoneOnFromAsOneProblem(int sets) {
        fade(9);
        snapshot();
        revisions.clear();
        micros += 300 * MILLISECOND;
        fade(sets);
        damagedSnapshot();
        restartFromSnapshotAlone(300);
        fade(5);
        List<Tuple> expected =
                new ArrayList<>(List.of(tuple(ProblemKind.RESTART, 9L * LIGHTS + 1), damagedAt((9L + sets) * LIGHTS)));
        if (sets != 9) {
            expected.add(tuple(ProblemKind.RESTART, (9L + sets) * LIGHTS + 1));
        }
        assertThat(found(journal)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void oneAddressThatGoesBackToTheOlderSnapshotAloneIsNoRestart() {
        snapshotAndADamagedOne();
        revisions.put("/light/5", 8L);
        fade(5);
        assertThat(found(journal))
                .containsExactly(damagedAt(12L * LIGHTS), tuple(ProblemKind.REVISION_REGRESSION, 14L * LIGHTS + 6));
    }

    @Test
    void whoGoesBackToOtherRevisionsThanTheSnapshotHasIsToldByAddress() {
        snapshotAndADamagedOne();
        revisions.replaceAll((address, revision) -> 5L);
        fade(5);
        assertThat(found(journal))
                .hasSize(1 + LIGHTS)
                .filteredOn(found -> found.toList().getFirst() == ProblemKind.REVISION_REGRESSION)
                .hasSize(LIGHTS);
    }

    @Test
    void neighboursInTheWrongOrderOnBothSidesOfASnapshotAreNoRestart() {
        for (boolean damaged : new boolean[] {false, true}) {
            var router = new OlderSnapshotRestartTest();
            router.fade(8);
            router.snapshot();
            IntStream.range(0, LIGHTS).forEach(light -> router.set("/light/" + light, 13));
            router.revisions.replaceAll((address, revision) -> 13L);
            if (damaged) {
                router.damagedSnapshot();
            } else {
                router.snapshot();
            }
            for (long late : new long[] {11, 12, 14}) {
                IntStream.range(0, LIGHTS).forEach(light -> router.set("/light/" + light, late));
            }
            router.revisions.replaceAll((address, revision) -> 14L);
            router.fade(5);
            assertThat(problems(router.journal))
                    .extracting(Problem::kind)
                    .filteredOn(kind -> kind != ProblemKind.UNREADABLE_SNAPSHOT)
                    .hasSize(3 * LIGHTS)
                    .containsOnly(ProblemKind.REVISION_REGRESSION, ProblemKind.REVISION_GAP);
        }
    }

    /// With snapshots of which some are damaged; params are set in any order.
    @Test
    void everyRestartFromWhatSnapshotCanBeLoadedIsFoundAndNothingElse() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            var router = new OlderSnapshotRestartTest();
            List<Tuple> expected = new ArrayList<>();
            expected.addAll(router.fourLives(random, sets -> {
                if (sets >= 150 && sets % 50 == 0 && random.nextBoolean()) {
                    if (random.nextBoolean()) {
                        router.snapshot();
                    } else {
                        router.damagedSnapshot();
                        expected.add(damagedAt(router.seq));
                    }
                }
            }));
            assertThat(found(router.journal)).as("seed %s", seed).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private void snapshotAndADamagedOne() {
        fade(8);
        snapshot();
        fade(4);
        damagedSnapshot();
        fade(2);
    }

    private static Tuple damagedAt(long seq) {
        return tuple(ProblemKind.UNREADABLE_SNAPSHOT, seq);
    }
}
