package clasp.journal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Param;
import clasp.journal.recovery.ScriptedJournal;
import clasp.journal.store.JournalException;
import org.junit.jupiter.api.Test;

class RecoverCommandTest {
    private final ScriptedJournal journal = new ScriptedJournal()
            .set(1, "/dim", "0.2", 1L)
            .set(2, "/dim", "0.5", 2L)
            .publish(3, "/cue", "1")
            .set(4, "/a", "{broken", 1L);

    private final Session session = new Session((file, progress, cancellation) -> journal, (file, key, bad, stop) -> {
        throw new JournalException("No HMACs.");
    });

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

    @Test
    void anUnknownRuleIsWrongUsage() {
        assertThat(session.run("recover", "x.db", "--as", "magic")).isEqualTo(ExitStatus.USAGE);
        assertThat(session.err()).contains("'magic' is neither documented nor clasp-router");
    }
}
