package clasp.journal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.recovery.ScriptedJournal;
import clasp.journal.store.HmacReport;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsCommandTest {
    private final ScriptedJournal journal = new ScriptedJournal();
    private final Deque<ScriptedJournal> journals = new ArrayDeque<>(List.of(journal, journal));

    private final Session session =
            new Session((file, progress, cancellation) -> journals.pop(), (file, key, bad, progress, cancellation) -> {
                bad.accept(2);
                return new HmacReport(1, 1, 0);
            });

    @Test
    void warningsAloneAreStatusZero() {
        journal.set(1, "/a", "1", 1L).set(2, "/a", "1", 3L);
        assertThat(session.run("problems", "x.db")).isEqualTo(ExitStatus.OK);
        assertThat(session.out()).startsWith("warning  seq 2  \"/a\"  The revision goes from 1 (at seq 1) to 3");
        assertThat(session.err()).contains("0 errors, 1 warning, 0 notes.");
    }

    @Test
    void anErrorIsStatusOne() {
        journal.set(1, "/a", "{broken", 1L);
        assertThat(session.run("problems", "x.db", "--format", "jsonl")).isEqualTo(ExitStatus.FAILED);
        assertThat(session.out())
                .startsWith("{\"kind\":\"unreadableValue\",\"severity\":\"error\",\"seq\":1,\"address\":\"/a\","
                        + "\"explanation\":\"The value is not JSON that CLASP can read; CLASP sees null.\"");
    }

    @Test
    void theReportIsOnePageAndEscapesWhatStrangersWrote() {
        journal.set(1, "/<script>\"&", "{broken", 1L);
        session.run("problems", "x.db", "--format", "html");
        assertThat(session.out())
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n")
                .contains("/&lt;script&gt;&quot;&amp;")
                .doesNotContain("<script", "src=", "href=");
    }

    @Test
    void withAKeyHmacsAreCheckedToo() {
        journal.set(1, "/a", "1", 1L).set(2, "/a", "1", 2L);
        assertThat(session.run("problems", "x.db", "--format", "jsonl", "--hmac-key", "ab".repeat(32)))
                .isEqualTo(ExitStatus.FAILED);
        assertThat(session.out())
                .startsWith("{\"kind\":\"wrongHmac\",\"severity\":\"error\",\"seq\":2,\"address\":\"/a\",");
        assertThat(session.run("problems", "x.db", "--hmac-key", "abc")).isEqualTo(ExitStatus.USAGE);
    }

    /// HMACs are checked after all else.
    @Test
    void problemsAreInTheOrderOfTheirSeqsHoweverTheyAreFound() {
        journal.set(1, "/a", "1", 1L).set(2, "/a", "1", 2L).set(3, "/b", "{broken", 1L);
        session.run("problems", "x.db", "--format", "jsonl", "--hmac-key", "ab".repeat(32));
        assertThat(session.out().lines().map(line -> line.replaceAll(".*\"seq\":(\\d+).*", "$1")))
                .containsExactly("2", "3");
    }

    @Test
    void thatNotAllHmacsCouldBeCheckedIsAProblem() {
        journal.set(1, "/a", "1", 1L);
        var session = new Session(
                (file, progress, cancellation) -> journal,
                (file, key, bad, progress, cancellation) ->
                        new HmacReport(0, 0, 0, "Missing are those after seq 0.", 1));
        assertThat(session.run("problems", "x.db", "--format", "jsonl", "--hmac-key", "ab".repeat(32)))
                .isEqualTo(ExitStatus.FAILED);
        assertThat(session.out())
                .startsWith("{\"kind\":\"uncheckedHmacs\",\"severity\":\"error\",\"seq\":1,")
                .contains("Missing are those after seq 0.");
    }

    @Test
    void diffPrintsWhatDiffersBetweenTwoJournals() {
        journals.clear();
        journals.add(new ScriptedJournal().set(1, "/a", "1", 1L).set(2, "/b", "1", 1L));
        journals.add(new ScriptedJournal().set(1, "/a", "1", 1L).set(2, "/b", "2", 1L));
        assertThat(session.run("diff", "x.db", "y.db")).isZero();
        assertThat(session.out().lines())
                .singleElement()
                .asString()
                .startsWith("{\"kind\":\"changed\",\"address\":\"/b\",\"before\":{\"address\":\"/b\",\"value\":1,");
        assertThat(session.err()).contains("1 param differs, 1 is alike.");
    }

    @Test
    void diffAtASeqComparesTheStatesAfterThatEntry() {
        journals.clear();
        for (int i = 0; i < 2; i++) {
            journals.add(new ScriptedJournal().set(1, "/a", "1", 1L).set(2, "/a", "2", 2L));
            journals.add(new ScriptedJournal().set(1, "/a", "1", 1L).set(2, "/a", "3", 2L));
        }
        assertThat(session.run("diff", "x.db", "y.db", "--at", "1")).isZero();
        assertThat(session.out()).isEmpty();
        assertThat(session.run("diff", "x.db", "y.db", "--at", "2")).isZero();
        assertThat(session.out()).contains("\"/a\"");
    }

    @Test
    void diffSaysWhatOfAStateIsNotThereAnyMore() {
        journals.clear();
        for (int i = 0; i < 2; i++) {
            var compacted = new ScriptedJournal().set(1, "/a", "1", 1L).set(4, "/a", "3", 2L);
            compacted.deleteBefore(4);
            journals.add(new ScriptedJournal().set(1, "/a", "1", 1L).set(4, "/a", "2", 2L));
            journals.add(compacted);
        }
        assertThat(session.run("diff", "x.db", "y.db", "--at", "2")).isEqualTo(ExitStatus.FAILED);
        assertThat(session.out()).isEmpty();
        assertThat(session.err())
                .contains("x.db: 1 entry is missing in the middle", "y.db: The state at seq 2 cannot be recovered");
        assertThat(session.run("diff", "x.db", "y.db", "--at", "9")).isEqualTo(ExitStatus.FAILED);
        assertThat(session.out()).contains("\"/a\"");
        assertThat(session.err()).contains("x.db: There is no seq 9", "y.db: This is not the whole state");
    }

    @Test
    void diffTakesNumbersWithinTheToleranceForTheSame() {
        journals.clear();
        for (int i = 0; i < 2; i++) {
            journals.add(new ScriptedJournal().set(1, "/a", "0.5", 1L).set(2, "/b", "[1,{\"x\":2.0}]", 1L));
            journals.add(new ScriptedJournal().set(1, "/a", "0.5001", 1L).set(2, "/b", "[1,{\"x\":2.1}]", 1L));
        }
        assertThat(session.run("diff", "x.db", "y.db", "--tolerance", "0.001")).isZero();
        assertThat(session.out().lines())
                .filteredOn(line -> line.startsWith("{\"kind\":\"changed\""))
                .singleElement()
                .asString()
                .contains("\"/b\"");
        assertThat(session.run("diff", "x.db", "y.db", "--tolerance", "-1")).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void theReportSaysWhatWasLookedAtAndHowManyProblemsThereAre() {
        journal.set(1, "/a", "1", 1L).set(2, "/a", "1", 3L);
        session.run("problems", "x.db", "--format", "html");
        assertThat(session.out()).contains("Entries from seq 1 to 2", "No errors, 1 warning, no notes.");
    }
}
