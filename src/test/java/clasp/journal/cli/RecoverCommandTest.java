package clasp.journal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Param;
import clasp.journal.recovery.ScriptedJournal;
import clasp.journal.store.ForwardingReader;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoverCommandTest {
    private final ScriptedJournal journal = new ScriptedJournal()
            .set(1, "/dim", "0.2", 1L)
            .set(2, "/dim", "0.5", 2L)
            .publish(3, "/cue", "1")
            .set(4, "/a", "{broken", 1L);

    private final Session session =
            new Session((file, progress, cancellation) -> new KeptOpen(journal), (file, key, bad, progress, stop) -> {
                throw new JournalException("No HMACs.");
            });

    /// For the next command, too.
    private static final class KeptOpen extends ForwardingReader {
        private final JournalReader journal;

        KeptOpen(JournalReader journal) {
            this.journal = journal;
        }

        @Override
        protected JournalReader target() {
            return journal;
        }

        @Override
        public void close() {
            // The test looks at it once more.
        }
    }

    @Test
    void printsEveryParamByAddressWithTheSeqThatSetIt() {
        assertThat(session.run("recover", "x.db")).isZero();
        assertThat(session.out()).isEqualTo("""
            {"address":"/a","value_text":"{broken","revision":1,"writer":"author-4","timestamp":1708500000004000,"seq":4}
            {"address":"/dim","value":0.5,"revision":2,"writer":"author-2","timestamp":1708500000002000,"seq":2}
            """);
        assertThat(session.err()).contains("Began with nothing", "3 entries up to seq 4 were applied; 2 params");
    }

    @Test
    void asClaspRouterDoesIt() {
        assertThat(session.run("recover", "x.db", "--as", "clasp-router", "--format", "jsonl"))
                .isZero();
        assertThat(session.out()).isEqualTo("""
            {"address":"/a","value":null,"revision":1,"writer":"author-4","timestamp":1708500000004000,"seq":4}
            {"address":"/dim","value":0.2,"revision":1,"writer":"author-1","timestamp":1708500000001000,"seq":1}
            """);
    }

    @Test
    void atASeq() {
        assertThat(session.run("recover", "x.db", "--at", 1)).isZero();
        assertThat(session.out().lines()).singleElement().asString().contains("\"value\":0.2", "\"seq\":1}");
    }

    @Test
    void whatStandsAsInTheSnapshotHasNoSeq() {
        journal.snapshot(4, new Param("/dim", "0.5", 2, "x", 9));
        session.run("recover", "x.db");
        assertThat(session.out())
                .isEqualTo("{\"address\":\"/dim\",\"value\":0.5,\"revision\":2,\"writer\":\"x\",\"timestamp\":9,"
                        + "\"seq\":null}\n");
        assertThat(session.err()).contains("Began with snapshot 1 (taken at seq 4)");
    }

    @Test
    void fatesSayWhyOfEveryEntry() {
        assertThat(session.run("recover", "x.db", "--as", "clasp-router", "--fates"))
                .isZero();
        assertThat(session.out().lines())
                .hasSize(4)
                .contains("{\"seq\":2,\"address\":\"/dim\",\"fate\":\"rejected\",\"reason\":"
                        + "\"Rejected: the router expects revision 1, and this entry carries 2.\"}");
    }

    @Test
    void lostSaysWhatACrashWouldLoseAndWhy() {
        assertThat(session.run("recover", "x.db", "--at", 3, "--lost")).isZero();
        assertThat(session.out().lines())
                .singleElement()
                .asString()
                .startsWith(
                        "{\"kind\":\"stale\",\"address\":\"/dim\",\"reason\":\"It was 0.5 at revision 2; clasp-router")
                .contains("comes back with 0.2 at revision 1.", "1 in all, the last with seq 2.");
    }

    /// As after a compaction: the snapshot of seq 4 has what is gone.
    private void compacted() {
        journal.snapshot(4, new Param("/dim", "0.5", 2, "x", 9))
                .set(5, "/dim", "0.7", 3L)
                .deleteBefore(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--lost", "--fates", "--as=clasp-router"})
    void aStateBeforeTheSnapshotOfACompactedJournalIsSaidToBeGone(String option) {
        compacted();
        Object[] command = {"recover", "x.db", "--at", 3, option};
        assertThat(session.run(Arrays.copyOf(command, option.isEmpty() ? 4 : 5)))
                .isEqualTo(ExitStatus.FAILED);
        assertThat(session.out()).isEmpty();
        assertThat(session.err())
                .contains(
                        "The state at seq 3 cannot be recovered: the entries with seqs 1 to 4 are not in the journal",
                        "no snapshot that was there by then",
                        "The earliest seq whose state can be recovered as a whole is 4.");
    }

    @Test
    void aStateFromTheSnapshotOnIsWholeAndNothingIsSaid() {
        compacted();
        for (int seq : new int[] {4, 5}) {
            assertThat(session.run("recover", "x.db", "--at", seq)).isZero();
            assertThat(session.err()).contains("Began with snapshot 1").doesNotContain("not in the journal");
        }
        assertThat(session.run("recover", "x.db")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--lost", "--as=documented"})
    void aStateWhoseBeginningIsGoneIsPrintedAndSaidNotToBeWhole(String option) {
        journal.deleteBefore(2);
        assertThat(session.run("recover", "x.db", option)).isEqualTo(ExitStatus.FAILED);
        assertThat(session.out()).contains("/a");
        assertThat(session.err())
                .contains("This is not the whole state: the entry with seq 1 is not", "lost for every recovery");
    }

    @Test
    void whatOnlyClaspRouterLosesIsSaidToBeLostForItAlone() {
        snapshotThatOnlyTheDocumentedRecoveryCanDoWithout(4);
        assertThat(session.run("recover", "x.db", "--as", "clasp-router")).isEqualTo(ExitStatus.FAILED);
        assertThat(session.err())
                .contains("This is not the whole state: the entries with seqs 1 to 4 are not in the journal any more,"
                        + " and the newest snapshot that was there by then cannot be loaded: clasp-router takes no"
                        + " other. What only they set is lost for clasp-router alone: recovery as documented begins"
                        + " with the snapshot taken at seq 4, which has it.")
                .doesNotContain("every recovery");
        assertThat(session.run("recover", "x.db")).isZero();
        assertThat(session.err()).doesNotContain("lost", "not in the journal");
    }

    @Test
    void whatOnlyClaspRouterLosesIsToldApartFromWhatEveryRecoveryLoses() {
        snapshotThatOnlyTheDocumentedRecoveryCanDoWithout(2);
        assertThat(session.run("recover", "x.db", "--as", "clasp-router")).isEqualTo(ExitStatus.FAILED);
        assertThat(session.err())
                .contains(
                        "the entries with seqs 1 to 4 are not in the journal any more",
                        "What only those with seqs 3 to 4 set is lost for every recovery; what those before set, for"
                                + " clasp-router alone: recovery as documented begins with the snapshot taken at seq"
                                + " 2, which has it.");
        assertThat(session.run("recover", "x.db")).isEqualTo(ExitStatus.FAILED);
        assertThat(session.err())
                .contains("the entries with seqs 3 to 4 are not in the journal any more, and the latest snapshot that"
                        + " was there by then has only what was set up to seq 2. What only they set is lost for every"
                        + " recovery.");
    }

    /// The older of two can be loaded, up to this seq; the newer one cannot. Entries up to seq 4 are gone.
    private void snapshotThatOnlyTheDocumentedRecoveryCanDoWithout(long seq) {
        journal.snapshot(seq, new Param("/dim", "0.5", 2, "x", 9))
                .snapshot(4, "Reading stopped.", null)
                .set(5, "/b", "0.7", 1L)
                .deleteBefore(5);
    }

    @Test
    void withoutAnySnapshotEveryRecoveryLosesTheSame() {
        journal.deleteBefore(2);
        assertThat(session.run("recover", "x.db", "--as", "clasp-router")).isEqualTo(ExitStatus.FAILED);
        assertThat(session.err())
                .contains("no snapshot that was there by then can be loaded. What only it set is lost for every"
                        + " recovery.");
    }

    @Test
    void aStateThatOnlyTheDocumentedRecoveryHasIsSaidToBeTheOnlyOne() {
        snapshotThatOnlyTheDocumentedRecoveryCanDoWithout(4);
        assertThat(session.run("recover", "x.db", "--at", 4, "--as", "clasp-router"))
                .isEqualTo(ExitStatus.FAILED);
        assertThat(session.out()).isEmpty();
        assertThat(session.err())
                .contains("The state at seq 4 cannot be recovered as clasp-router does it: the entries with seqs 1 to"
                        + " 4 are not in the journal any more, and the newest snapshot that was there by then cannot"
                        + " be loaded: clasp-router takes no other. There is no seq whose state clasp-router recovers"
                        + " as a whole. Recovery as documented begins with the snapshot taken at seq 4: ask for it"
                        + " with --as documented.");
    }

    @Test
    void entriesMissingInTheMiddleMatterToEachRecoveryInItsOwnWay() {
        journal.set(8, "/dim", "0.9", 5L);
        assertThat(session.run("recover", "x.db")).isZero();
        assertThat(session.err())
                .contains("3 entries are missing in the middle (from seq 5): a param that only they set does not come"
                        + " back, and one that they set last comes back older.");
        assertThat(session.run("recover", "x.db", "--as", "clasp-router")).isZero();
        assertThat(session.err())
                .contains("3 entries are missing in the middle (from seq 5): a param that only they set does not come"
                        + " back, and one that they were the first to set comes back with a later value.");
    }

    @Test
    void entriesMissingInTheMiddleThatOnlyTheDocumentedRecoveryHasInASnapshotAreSaidSo() {
        journal.set(8, "/dim", "0.9", 5L)
                .snapshot(8, new Param("/dim", "0.9", 5, "x", 9))
                .snapshot(8, "Reading stopped.", null);
        assertThat(session.run("recover", "x.db", "--as", "clasp-router")).isZero();
        assertThat(session.err())
                .contains(
                        "3 entries are missing in the middle (from seq 5)",
                        "comes back with a later value. Recovery as documented lacks none of them: it begins with the"
                                + " snapshot taken at seq 8.");
    }

    @Test
    void entriesMissingInTheMiddleAreSaid() {
        journal.set(8, "/dim", "0.9", 5L);
        assertThat(session.run("recover", "x.db", "--at", 6)).isZero();
        assertThat(session.err()).contains("2 entries are missing in the middle (from seq 5)");
        assertThat(session.run("recover", "x.db", "--at", 4)).isZero();
        assertThat(session.err()).doesNotContain("missing in the middle");
    }

    @Test
    void whatACrashThereWouldLoseNamesParamsThatWereSetInAHole() {
        journal.set(8, "/dim", "0.9", 5L);
        assertThat(session.run("recover", "x.db", "--at", 7, "--lost")).isZero();
        assertThat(session.err())
                .contains("3 entries are missing in the middle", "come back older for every recovery: \"/dim\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--lost", "--as=documented"})
    void aSeqBeyondTheEndIsSaidNotToBeThere(String option) {
        assertThat(session.run("recover", "x.db", "--at", 99, option)).isZero();
        assertThat(session.err()).contains("There is no seq 99: the journal ends at seq 4");
        journal.given(99);
        assertThat(session.run("recover", "x.db", "--at", 99, option)).isZero();
        assertThat(session.err()).contains("gave out seqs up to 99: this is the state after seq 4");
    }

    @Test
    void anUnknownRuleIsWrongUsage() {
        assertThat(session.run("recover", "x.db", "--as", "magic")).isEqualTo(ExitStatus.USAGE);
        assertThat(session.err()).contains("'magic' is neither documented nor clasp-router");
    }
}
