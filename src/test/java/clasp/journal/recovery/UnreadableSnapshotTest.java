package clasp.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import clasp.journal.model.Param;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Damage;
import clasp.journal.store.DamagedException;
import clasp.journal.store.ForwardingReader;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is said of a snapshot that cannot be loaded is what both recoveries do.
class UnreadableSnapshotTest {
    private final ScriptedJournal journal =
            new ScriptedJournal().set(1, "/a", "1", 1L).set(2, "/a", "2", 2L).set(3, "/a", "3", 3L);

    @Test
    void theNewestMakesClaspRouterBeginWithNothingAndTheDocumentedRecoveryWithTheOneBefore() {
        sound(1);
        damaged(2);
        Problem problem = problem();
        assertThat(problem.explanation())
                .startsWith("Snapshot 2 cannot be recovered from. Reading stopped. It is the newest: clasp-router 4.5"
                        + " silently ignores it, takes no other, and replays all SETs")
                .endsWith("Recovery as documented begins with snapshot 1 instead (taken at seq 1), and applies the SETs"
                        + " after it.");
        assertThat(problem.advice()).startsWith("Take a new snapshot, and compact nothing before that.");
        assertThat(base(RecoveryRule.CLASP_ROUTER)).isZero();
        assertThat(base(RecoveryRule.DOCUMENTED)).isEqualTo(1);
        assertThat(value(RecoveryRule.CLASP_ROUTER)).as("the oldest value").isEqualTo("1");
    }

    @Test
    void anOlderOneDoesNoHarmWhileANewerCanBeLoaded() {
        damaged(1);
        sound(2);
        Problem problem = problem();
        assertThat(problem.explanation())
                .contains("clasp-router 4.5 looks at the newest snapshot only, so this one makes no difference")
                .endsWith("Recovery as documented begins with snapshot 2 (taken at seq 2), which is newer.");
        assertThat(problem.advice()).isEqualTo("Nothing to do as long as that snapshot is there.");
        assertThat(base(RecoveryRule.CLASP_ROUTER)).isEqualTo(2);
        assertThat(base(RecoveryRule.DOCUMENTED)).isEqualTo(2);
    }

    @Test
    void toADamagedFileNothingIsAdvisedThatWritesToIt() {
        damaged(1);
        sound(2);
        journal.lost(Damage.MET, "“a.db” is damaged.");
        assertThat(problem().advice()).startsWith("The file is damaged. Write nothing to it, and keep it as it is");
    }

    /// The damage is then met in the snapshot alone: what such a file has lost cannot be shown.
    @Test
    void thatHoldsForADamagedFileThatSomebodyElseHasOpen() {
        sound(1);
        damaged(2);
        var snapshot = journal.snapshot(2, Cancellation.none()).orElseThrow();
        List<Problem> problems = problems(new ForwardingReader() {
            @Override
            protected JournalReader target() {
                return journal;
            }

            @Override
            public Optional<Snapshot> snapshot(long id, Cancellation cancellation) {
                return id == 2
                        ? Optional.of(new Snapshot(snapshot.info(), List.of(), snapshot.damage(), null, true))
                        : super.snapshot(id, cancellation);
            }
        });
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.advice())
                        .startsWith("The file is damaged. Write nothing to it, and keep it as it is"));
    }

    /// Their pages are lost while the others are looked at.
    @Test
    void snapshotsThatCannotBeListedAnyMoreKeepNoOtherProblemFromBeingTold() {
        damaged(1);
        damaged(2);
        int[] listings = {0};
        List<Problem> problems = problems(new ForwardingReader() {
            @Override
            protected JournalReader target() {
                return journal;
            }

            @Override
            public List<SnapshotInfo> snapshots() {
                // Once for the revisions, once for what to begin with, once for what to check.
                if (++listings[0] > 3) {
                    throw new DamagedException("The list is gone.", null);
                }
                return super.snapshots();
            }
        });
        assertThat(problems)
                .filteredOn(problem -> problem.kind() == ProblemKind.UNREADABLE_SNAPSHOT)
                .extracting(Problem::seq)
                .containsExactly(1L, 2L);
    }

    @Test
    void ofEachSnapshotThatIsLostItIsToldWhichAndWhy() {
        sound(1);
        sound(2);
        sound(3);
        List<Problem> problems = problems(new ForwardingReader() {
            @Override
            protected JournalReader target() {
                return journal;
            }

            @Override
            public Optional<Snapshot> snapshot(long id, Cancellation cancellation) {
                if (id != 1) {
                    throw new DamagedException("Page " + 10 * id + " is gone.", null);
                }
                return super.snapshot(id, cancellation);
            }
        });
        assertThat(problems)
                .filteredOn(problem -> problem.kind() == ProblemKind.DAMAGED)
                .extracting(Problem::seq, problem -> problem.details().getFirst())
                .containsExactly(
                        tuple(2L, "Snapshot 2 cannot be read. Page 20 is gone."),
                        tuple(3L, "Snapshot 3 cannot be read. Page 30 is gone."));
    }

    /// As where the newest entries are gone.
    @Test
    void oneThatWasTakenAfterTheNewestEntryIsTheNewestAllTheSame() {
        sound(1);
        damaged(7);
        assertThat(problem().explanation()).contains("It is the newest: clasp-router 4.5 silently ignores it");
        assertThat(base(RecoveryRule.CLASP_ROUTER)).isZero();
        assertThat(base(RecoveryRule.DOCUMENTED)).isEqualTo(1);
        assertThat(value(RecoveryRule.CLASP_ROUTER)).as("the oldest value").isEqualTo("1");
        assertThat(value(RecoveryRule.DOCUMENTED)).isEqualTo("3");
        for (RecoveryRule rule : RecoveryRule.values()) {
            RecoveredState told =
                    new Recovery(journal, rule).latest((entry, fate) -> {}, Progress.NONE, Cancellation.none());
            assertThat(recovered(rule)).as(rule.name()).isEqualTo(told);
        }
    }

    @Test
    void theOnlyOneLeavesBothRecoveriesWithNothingToBeginWith() {
        damaged(2);
        assertThat(problem().explanation())
                .endsWith("Recovery as documented has no other to begin with, and applies all SETs from nothing.");
        assertThat(base(RecoveryRule.DOCUMENTED)).isZero();
        assertThat(value(RecoveryRule.DOCUMENTED)).isEqualTo("3");
    }

    /// Many large ones would take long otherwise, and the longer the more there are.
    @Test
    void eachIsReadTwiceAtMostHoweverManyThereAreAndHoweverOftenTheRouterWasStartedAgain() {
        for (long life = 1; life <= 5; life++) {
            for (long set = 1; set <= 3; set++) {
                long seq = 3 * life + set;
                journal.set(seq, "/b", "1", set).set(seq + 100, "/c", "1", set);
            }
        }
        for (long seq = 1; seq <= 120; seq++) {
            damaged(seq);
        }
        Map<Long, Integer> reads = new HashMap<>();
        new ProblemScan(new ForwardingReader() {
                    @Override
                    protected JournalReader target() {
                        return journal;
                    }

                    @Override
                    public Optional<Snapshot> snapshot(long id, Cancellation cancellation) {
                        reads.merge(id, 1, Integer::sum);
                        return super.snapshot(id, cancellation);
                    }
                })
                .run(problem -> {}, Progress.NONE, Cancellation.none());
        assertThat(reads)
                .hasSize(120)
                .allSatisfy((id, times) -> assertThat(times).isLessThanOrEqualTo(2));
    }

    private void sound(long seq) {
        journal.snapshot(seq, new Param("/a", Long.toString(seq), seq, "x", 1));
    }

    private void damaged(long seq) {
        journal.snapshot(seq, "Reading stopped.", null);
    }

    private Problem problem() {
        List<Problem> problems = problems(journal);
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    private static List<Problem> problems(JournalReader journal) {
        List<Problem> problems = new ArrayList<>();
        new ProblemScan(journal).run(problems::add, Progress.NONE, Cancellation.none());
        return problems;
    }

    private RecoveredState recovered(RecoveryRule rule) {
        return new Recovery(journal, rule).latest(Progress.NONE, Cancellation.none());
    }

    private long base(RecoveryRule rule) {
        return recovered(rule).baseSnapshot().map(info -> info.id()).orElse(0L);
    }

    private String value(RecoveryRule rule) {
        return recovered(rule).params().getFirst().param().valueJson();
    }
}
