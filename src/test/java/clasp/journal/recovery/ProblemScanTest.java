package clasp.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import clasp.journal.demo.ShowPlan;
import clasp.journal.demo.ShowSimulator;
import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.store.sqlite.SqliteBulkWriter;
import clasp.journal.store.sqlite.SqliteJournals;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Problems planted into the journal of a show, which has none by itself.
class ProblemScanTest {
    private static final int CLEAN = 1_000_000;
    private static final int SHOW = 3_000;
    private static final long MILLISECOND = 1_000;

    private final ScriptedJournal journal = new ScriptedJournal();

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aCleanJournalHasNoProblem(long seed) {
        MemoryJournal clean = new MemoryJournal("clean", CLEAN, 3, InstantSource.system());
        ShowSimulator show = new ShowSimulator(ShowPlan.ofSeed(seed));
        for (int part = 0; part < 3; part++) {
            clean.appendAll(
                    IntStream.range(0, CLEAN / 4).mapToObj(i -> show.next()).toList());
            clean.snapshot(show.currentParams());
        }
        clean.appendAll(IntStream.range(0, CLEAN / 4).mapToObj(i -> show.next()).toList());
        List<Problem> problems = new ArrayList<>();
        new ProblemScan(clean).run(problems::add, Progress.NONE, Cancellation.none());
        assertThat(problems).isEmpty();
    }

    /// As `generate` writes it: read from the file's own pages, not from memory.
    @Test
    void aCleanFileOfAMillionEntriesHasNoProblem(@TempDir Path folder) {
        Path file = folder.resolve("clean.db");
        ShowSimulator show = new ShowSimulator(ShowPlan.ofSeed(3));
        try (SqliteBulkWriter writer = SqliteBulkWriter.create(file)) {
            for (int written = 1; written <= CLEAN; written++) {
                writer.append(show.next());
                if (written % (CLEAN / 4) == 0) {
                    writer.snapshot(show.currentParams(), show.nowMicros());
                }
            }
            writer.finish(Cancellation.none());
        }
        List<Problem> problems = new ArrayList<>();
        try (JournalReader clean = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            assertThat(clean.state().latestSeq()).isEqualTo(CLEAN);
            new ProblemScan(clean).run(problems::add, Progress.NONE, Cancellation.none());
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void missingSeqsAreFoundWhereTheyBegin() {
        show(entry -> entry, 700, 701, 702);
        assertThat(found()).first().isEqualTo(tuple(ProblemKind.MISSING_SEQS, 700L, null));
        assertThat(problems().getFirst().explanation())
                .isEqualTo("3 entries are missing in the middle: seqs 700 to 702.");
    }

    @Test
    void aJournalWithoutItsBeginningIsRecoverableWithASnapshotOnly() {
        journal.set(4, "/a", "1", 4L).set(5, "/b", "1", 1L);
        assertThat(found()).containsExactly(tuple(ProblemKind.NOT_RECOVERABLE, 4L, null));
        journal.snapshot(2, new Param("/a", "1", 2, "x", 1));
        assertThat(found()).containsExactly(tuple(ProblemKind.NOT_RECOVERABLE, 4L, null));
        journal.snapshot(3, new Param("/a", "1", 3, "x", 1));
        assertThat(found()).containsExactly(tuple(ProblemKind.COMPACTED, 1L, null));
    }

    @Test
    void aJournalOfWhichEverythingWasCompactedAwayIsSaidToBeSo() {
        journal.snapshot(9, new Param("/a", "1", 3, "x", 1)).given(9);
        assertThat(found()).containsExactly(tuple(ProblemKind.COMPACTED, 1L, null));
        assertThat(problems().getFirst().explanation())
                .isEqualTo(
                        "The entries up to seq 9 are not there: they were compacted away. The snapshot taken at seq 9"
                                + " has their params.");
        journal.given(10);
        assertThat(found()).containsExactly(tuple(ProblemKind.NOT_RECOVERABLE, 10L, null));
    }

    @Test
    void seqsGivenOutBeyondTheNewestEntryAreTold() {
        MemoryJournal memory = new MemoryJournal();
        memory.append(set(0, "/a", 1L));
        memory.skipSeqs(3);
        List<Problem> problems = new ArrayList<>();
        new ProblemScan(memory).run(problems::add, Progress.NONE, Cancellation.none());
        assertThat(problems)
                .extracting(Problem::kind, Problem::seq)
                .containsExactly(tuple(ProblemKind.MISSING_AT_THE_END, 2L));
    }

    @Test
    void revisionsThatDoNotCountUpAreToldApart() {
        journal.set(1, "/a", "1", 1L)
                .set(2, "/a", "1", 3L)
                .set(3, "/a", "1", 3L)
                .set(4, "/a", "1", 2L)
                .set(5, "/b", "1", -1L)
                .set(6, "/b", "1", 5L);
        assertThat(found())
                .containsExactlyInAnyOrder(
                        tuple(ProblemKind.REVISION_GAP, 2L, "/a"),
                        tuple(ProblemKind.REVISION_REPEAT, 3L, "/a"),
                        tuple(ProblemKind.REVISION_REGRESSION, 4L, "/a"),
                        tuple(ProblemKind.REVISION_REGRESSION, 6L, "/b"));
        assertThat(problems())
                .extracting(Problem::explanation)
                .anyMatch(text -> text.contains("goes back from 18446744073709551615 (at seq 5) to 5"));
    }

    @Test
    void aRestartIsOneProblemHoweverManyRevisionsStartOver() {
        ShowSimulator show = new ShowSimulator(ShowPlan.ofSeed(7));
        IntStream.range(0, SHOW).forEach(i -> journal.entry(show.next()));
        show.pass(Duration.ofSeconds(5));
        show.restart();
        IntStream.range(0, SHOW).forEach(i -> journal.entry(show.next()));
        assertThat(found()).containsExactly(tuple(ProblemKind.RESTART, SHOW + 1L, null));
    }

    @Test
    void aSilenceAloneIsNoProblem() {
        ShowSimulator show = new ShowSimulator(ShowPlan.ofSeed(8));
        IntStream.range(0, SHOW).forEach(i -> journal.entry(show.next()));
        show.pass(Duration.ofHours(2));
        IntStream.range(0, SHOW).forEach(i -> journal.entry(show.next()));
        assertThat(found()).isEmpty();
    }

    @Test
    void timeThatGoesBackwardsIsToldWithItsAmount() {
        show(entry -> entry.seq() == 1_234 ? withTime(entry, entry.timestampMicros() - 3_600_000_000L) : entry);
        assertThat(found())
                .singleElement()
                .extracting(tuple -> tuple.toList().subList(0, 2))
                .isEqualTo(List.of(ProblemKind.TIME_BACKWARDS, 1_234L));
        assertThat(problems().getFirst().explanation()).startsWith("The time goes back by 359999");
    }

    @Test
    void whatClaspDoesNotKnowOrCannotReadIsTold() {
        journal.set(1, "/none", "1", null)
                .entry(new Entry(2, 2, "x", "/code", "param", "1", 1L, 0x22))
                .entry(new Entry(3, 3, "x", "/type", "Param", "1", 1L, MsgType.SET))
                .entry(new Entry(4, 4, "x", "/bad", "param", "{broken", 1L, MsgType.SET))
                .entry(new Entry(5, 5, "x", "/deep", "param", "[".repeat(128) + "]".repeat(128), 1L, MsgType.SET))
                .entry(new Entry(6, 6, "x", "/great", "param", "18446744073709551615", 1L, MsgType.SET));
        assertThat(found())
                .filteredOn(found -> found.toList().getFirst() != ProblemKind.TIME_BACKWARDS)
                .containsExactly(
                        tuple(ProblemKind.SET_WITHOUT_REVISION, 1L, "/none"),
                        tuple(ProblemKind.UNKNOWN_MESSAGE_TYPE, 2L, "/code"),
                        tuple(ProblemKind.UNKNOWN_SIGNAL_TYPE, 3L, "/type"),
                        tuple(ProblemKind.UNREADABLE_VALUE, 4L, "/bad"),
                        tuple(ProblemKind.UNREADABLE_VALUE, 5L, "/deep"),
                        tuple(ProblemKind.VALUE_READ_DIFFERENTLY, 6L, "/great"));
    }

    /// What is said of it is what recovery does.
    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
        289,  1,    clasp-router takes it for a SET
        -223, 1,    clasp-router takes it for a SET
        289,  none, it has no revision
        288,  1,    No recovery takes it into account.
        290,  1,    No recovery takes it into account.
        34,   1,    No recovery takes it into account.
        """)
    void anUnknownMessageTypeSaysWhatRecoveryMakesOfIt(long type, @Nullable Long revision, String advice) {
        journal.entry(new Entry(1, 1, "x", "/a", "param", "1", revision, type));
        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(ProblemKind.UNKNOWN_MESSAGE_TYPE);
            assertThat(problem.advice()).contains(advice);
            assertThat(problem.explanation().contains("does not fit 8 bits")).isEqualTo(type != 34);
        });
        for (RecoveryRule rule : RecoveryRule.values()) {
            boolean takes = rule == RecoveryRule.CLASP_ROUTER && advice.startsWith("clasp-router takes");
            assertThat(new Recovery(journal, rule)
                            .latest(Progress.NONE, Cancellation.none())
                            .params())
                    .hasSize(takes ? 1 : 0);
        }
    }

    @Test
    void aSnapshotThatCannotBeLoadedIsAnErrorAtItsSeq() {
        journal.set(1, "/a", "1", 1L).set(2, "/a", "2", 2L);
        journal.snapshot(1, null, "The value of /a is nested too deep.", new Param("/a", "1", 1, "x", 1));
        assertThat(found()).containsExactly(tuple(ProblemKind.UNREADABLE_SNAPSHOT, 1L, null));
        assertThat(problems().getFirst().severity()).isEqualTo(Severity.ERROR);
        assertThat(problems().getFirst().explanation()).contains("Snapshot 1", "/a is nested too deep");
    }

    @Test
    void aSnapshotThatDisagreesWithTheSetsBeforeItIsTold() {
        journal.set(1, "/a", "1", 1L)
                .set(2, "/b", "2", 1L)
                .set(3, "/c", "3", 1L)
                .set(4, "/a", "9", 2L);
        journal.snapshot(
                3,
                new Param("/a", "1", 1, "x", 1),
                new Param("/b", "20", 1, "x", 1),
                new Param("/old", "1", 7, "x", 1));
        assertThat(found())
                .containsExactly(
                        tuple(ProblemKind.SNAPSHOT_DISAGREES, 3L, "/b"),
                        tuple(ProblemKind.SNAPSHOT_LACKS, 3L, "/c"),
                        tuple(ProblemKind.SNAPSHOT_DISAGREES, 3L, "/old"));
        assertThat(problems())
                .extracting(Problem::explanation)
                .containsExactly(
                        "Snapshot 1 has 20 at revision 1, but the SETs up to there make 2 at revision 1 (set at seq"
                                + " 2).",
                        "Snapshot 1 has nothing here, but the SETs up to there make 3 at revision 1 (set at seq 3).",
                        "Snapshot 1 has 1 at revision 7, but the SETs up to there make nothing.");
    }

    @Test
    void aParamThatNobodySetIsInASnapshotByRightWhenEntriesBeforeItAreMissing() {
        journal.set(2, "/a", "1", 1L);
        journal.snapshot(2, new Param("/a", "1", 1, "x", 1), new Param("/old", "1", 7, "x", 1));
        assertThat(found()).containsExactly(tuple(ProblemKind.COMPACTED, 1L, null));

        journal.set(1, "/b", "1", 1L).set(5, "/a", "5", 2L);
        journal.snapshot(
                5, new Param("/a", "5", 2, "x", 1), new Param("/b", "1", 1, "x", 1), new Param("/new", "1", 7, "x", 1));
        assertThat(found())
                .contains(tuple(ProblemKind.SNAPSHOT_DISAGREES, 2L, "/old"))
                .doesNotContain(tuple(ProblemKind.SNAPSHOT_DISAGREES, 5L, "/new"));
    }

    @Test
    void aParamThatNobodySetIsToldOfTheFirstSnapshotThatHasIt() {
        Param a = new Param("/a", "1", 1, "x", 1);
        Param odd = new Param("/odd", "1", 7, "x", 1);
        journal.set(1, "/a", "1", 1L).set(2, "/b", "1", 1L);
        journal.snapshot(1, a, odd);
        journal.snapshot(2, a, odd, new Param("/b", "1", 1, "x", 1));
        assertThat(found()).containsExactly(tuple(ProblemKind.SNAPSHOT_DISAGREES, 1L, "/odd"));
    }

    @Test
    void whatARecordingBeganWithIsInItsSnapshotsByRight() {
        Param before = new Param("/before", "1", 7, "x", 1);
        journal.set(1, "/a", "1", 1L);
        journal.snapshot(0, before);
        journal.snapshot(1, before, new Param("/a", "1", 1, "x", 1));
        assertThat(found()).isEmpty();
    }

    @Test
    void aParamThatIsSetOnlyAfterTheSnapshotIsNotInItByRight() {
        journal.set(1, "/a", "1", 1L).set(2, "/late", "2", 1L);
        journal.snapshot(1, new Param("/a", "1", 1, "x", 1), new Param("/late", "2", 1, "x", 1));
        assertThat(found()).containsExactly(tuple(ProblemKind.SNAPSHOT_DISAGREES, 1L, "/late"));
    }

    /// The first has no revision to compare, the other is a SET to CLASP alone.
    @Test
    void aParamThatSomeEntrySetsInItsWayIsInASnapshotByRight() {
        journal.set(1, "/none", "1", null)
                .entry(new Entry(2, ScriptedJournal.time(2), "x", "/cut", "param", "1", 1L, 0x121));
        journal.snapshot(2, new Param("/none", "1", 1, "x", 1), new Param("/cut", "1", 1, "x", 1));
        assertThat(found()).noneMatch(found -> found.toList().getFirst() == ProblemKind.SNAPSHOT_DISAGREES);
    }

    @Test
    void aHoleThatASnapshotHasIsSaidToLoseNothing() {
        journal.set(1, "/a", "1", 1L).set(4, "/a", "4", 4L);
        journal.snapshot(4, new Param("/a", "4", 4, "x", 1));
        assertThat(problems().getFirst().advice())
                .startsWith("The snapshot taken at seq 4 has what was set there: nothing is lost for a recovery that"
                        + " begins with it.");
    }

    /// The hole is told, and that it loses nothing: nor is anything wrong with the snapshot.
    @Test
    void aSnapshotThatHasWhatMissingEntriesSetAgrees() {
        journal.set(1, "/a", "1", 1L).set(2, "/b", "1", 1L).set(5, "/b", "2", 2L);
        journal.snapshot(5, new Param("/a", "9", 3, "x", 1), new Param("/b", "2", 2, "x", 1));
        assertThat(found()).containsExactly(tuple(ProblemKind.MISSING_SEQS, 3L, null));
    }

    @Test
    void aSnapshotTakenAfterEntriesThatAreMissingAtTheEndAgrees() {
        journal.set(1, "/a", "1", 1L).set(2, "/b", "1", 1L);
        journal.snapshot(4, new Param("/a", "9", 3, "x", 1), new Param("/b", "1", 1, "x", 1))
                .given(4);
        assertThat(found()).containsExactly(tuple(ProblemKind.MISSING_AT_THE_END, 3L, null));
    }

    /// Two entries set no param three times, none makes a revision lower, and none that was missing before counts.
    @Test
    void aSnapshotThatMissingEntriesDoNotExplainDisagreesAllTheSame() {
        for (Param odd : List.of(
                new Param("/a", "9", 5, "x", 1), new Param("/a", "9", 2, "x", 1), new Param("/a", "9", 1, "x", 1))) {
            var one = new ProblemScanTest();
            one.journal.set(1, "/a", "1", 2L).set(2, "/b", "1", 1L).set(5, "/b", "2", 2L);
            one.journal.snapshot(5, odd, new Param("/b", "2", 2, "x", 1));
            assertThat(one.found()).as("%s", odd).contains(tuple(ProblemKind.SNAPSHOT_DISAGREES, 5L, "/a"));
        }
        journal.set(1, "/b", "1", 1L).set(4, "/a", "1", 1L);
        journal.snapshot(4, new Param("/a", "9", 2, "x", 1), new Param("/b", "1", 1, "x", 1));
        assertThat(found()).contains(tuple(ProblemKind.SNAPSHOT_DISAGREES, 4L, "/a"));
    }

    @Test
    void whatIsPublishedAndCannotBeReadIsNoParamToBeSet() {
        journal.publish(1, "/cue", "{broken");
        assertThat(problems().getFirst().advice())
                .isEqualTo("The stored text is still there: look at it here. Whoever publishes it has to write it in a"
                        + " form that CLASP reads.");
    }

    /// What a router that was started again has of a param that nobody set since: what clasp-router comes
    /// back with, nothing, or what it had before.
    @ParameterizedTest
    @ValueSource(strings = {"1 at 1", "nothing", "3 at 3"})
    void aSnapshotAfterARestartMayHaveOldParamsAsTheRouterCameBackWithThem(String old) {
        restarted();
        List<Param> params = new ArrayList<>(List.of(new Param("/b", "9", 1, "x", 1)));
        switch (old) {
            case "1 at 1" -> params.add(new Param("/a", "1", 1, "x", 1));
            case "3 at 3" -> params.add(new Param("/a", "3", 3, "x", 1));
            default -> {}
        }
        journal.snapshot(6, params.toArray(Param[]::new));
        assertThat(found()).containsExactly(tuple(ProblemKind.RESTART, 6L, null));
    }

    @Test
    void aSnapshotAfterARestartThatHasSomethingElseDisagreesAllTheSame() {
        restarted();
        journal.snapshot(6, new Param("/a", "2", 2, "x", 1), new Param("/b", "8", 1, "x", 1));
        assertThat(found())
                .containsExactlyInAnyOrder(
                        tuple(ProblemKind.RESTART, 6L, null),
                        tuple(ProblemKind.SNAPSHOT_DISAGREES, 6L, "/a"),
                        tuple(ProblemKind.SNAPSHOT_DISAGREES, 6L, "/b"));
    }

    @Test
    void aSnapshotRightAfterASilenceIsJudgedWhenItShowsWhatTheSilenceWas() {
        journal.entry(entry(1, 0, "/a", 1)).entry(entry(2, 1, "/a", 2)).entry(entry(3, 2, "/b", 1));
        journal.entry(entry(4, 60_000, "/b", 2));
        journal.snapshot(4, new Param("/b", "4", 2, "x", 1));
        journal.entry(entry(5, 60_001, "/b", 3));
        journal.entry(entry(6, 60_002, "/a", 3));
        assertThat(found()).containsExactly(tuple(ProblemKind.SNAPSHOT_LACKS, 4L, "/a"));
    }

    /// Three SETs of `/a` and two of `/b`; after a minute the router is started again, and `/b` is set to 9.
    private void restarted() {
        journal.entry(entry(1, 0, "/a", 1))
                .entry(entry(2, 1, "/a", 2))
                .entry(entry(3, 2, "/a", 3))
                .entry(entry(4, 3, "/b", 1))
                .entry(entry(5, 4, "/b", 2))
                .entry(entry(6, 60_000, "/b", 1).withValueJson("9"));
    }

    /// Sets the address to the entry's own seq.
    private static Entry entry(long seq, long millis, String address, long revision) {
        return new Entry(
                seq,
                1_000_000_000 + millis * MILLISECOND,
                "x",
                address,
                "param",
                Long.toString(seq),
                revision,
                MsgType.SET);
    }

    @Test
    void everyKindHasAnExplanationAndAnAdvice() {
        for (ProblemKind kind : ProblemKind.values()) {
            Problem problem = new Problem(kind, 1, null, List.of("1", "2", "3", "4"));
            assertThat(problem.explanation()).isNotBlank().doesNotContain("{");
            assertThat(problem.advice()).isNotBlank().doesNotContain("{");
        }
    }

    @Test
    void cancellationStopsTheScan() {
        journal.set(1, "/a", "1", 1L);
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        assertThatThrownBy(() -> new ProblemScan(journal).run(problem -> {}, Progress.NONE, cancelled))
                .isInstanceOf(CancelledException.class);
    }

    private void show(UnaryOperator<Entry> fault, long... missing) {
        ShowSimulator show = new ShowSimulator(ShowPlan.ofSeed(5));
        for (int i = 0; i < SHOW; i++) {
            Entry entry = fault.apply(show.next());
            if (java.util.Arrays.stream(missing).noneMatch(seq -> seq == entry.seq())) {
                journal.entry(entry);
            }
        }
    }

    private static Entry withTime(Entry entry, long micros) {
        return new Entry(
                entry.seq(),
                micros,
                entry.author(),
                entry.address(),
                entry.signalType(),
                entry.valueJson(),
                entry.revision(),
                entry.msgType());
    }

    private static Entry set(long seq, String address, long revision) {
        return new Entry(seq, 1, "x", address, "param", "1", revision, MsgType.SET);
    }

    private List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        new ProblemScan(journal).run(problems::add, Progress.NONE, Cancellation.none());
        return problems;
    }

    private List<org.assertj.core.groups.Tuple> found() {
        return problems().stream()
                .map(problem ->
                        tuple(problem.kind(), problem.seq(), problem.concerns().orElse(null)))
                .toList();
    }
}
