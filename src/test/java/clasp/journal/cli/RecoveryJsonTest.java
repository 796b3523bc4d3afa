package clasp.journal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Param;
import clasp.journal.recovery.ScriptedJournal;
import clasp.journal.store.JournalException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What `recover`, `problems` and `diff` print as JSON, read back by another program: every field, and what is hard to
/// quote.
class RecoveryJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ODD = "/odd \"quoted\"\\\u0001 日本";

    private final Deque<ScriptedJournal> journals = new ArrayDeque<>();

    private final Session session =
            new Session((file, progress, cancellation) -> journals.pop(), (file, key, bad, progress, stop) -> {
                throw new JournalException("No HMACs.");
            });

    @Test
    void recoverPrintsAddressValueRevisionWriterTimestampAndSeq() {
        journals.add(new ScriptedJournal()
                .snapshot(0, new Param("/kept", "[1,{\"x\":2.50}]", -1L, "desk", -1L))
                .set(1, ODD, "9007199254740993", 1L)
                .set(2, "/text", "\"a\\nb\"", 7L));
        assertThat(session.run("recover", "x.db", "--format", "jsonl")).isZero();

        assertThat(printed())
                .containsExactly(
                        json(
                                "address",
                                "/kept",
                                "value",
                                tree("[1,{\"x\":2.50}]"),
                                "revision",
                                tree("18446744073709551615"),
                                "writer",
                                "desk",
                                "timestamp",
                                tree("18446744073709551615"),
                                "seq",
                                null),
                        json(
                                "address",
                                ODD,
                                "value",
                                tree("9007199254740993"),
                                "revision",
                                1,
                                "writer",
                                "author-1",
                                "timestamp",
                                ScriptedJournal.time(1),
                                "seq",
                                1),
                        json(
                                "address",
                                "/text",
                                "value",
                                "a\nb",
                                "revision",
                                7,
                                "writer",
                                "author-2",
                                "timestamp",
                                ScriptedJournal.time(2),
                                "seq",
                                2));
    }

    @Test
    void problemsPrintsKindSeveritySeqAddressExplanationAndAdvice() {
        journals.add(new ScriptedJournal().set(2, ODD, "{broken", 1L));
        assertThat(session.run("problems", "x.db", "--format", "jsonl")).isEqualTo(ExitStatus.FAILED);

        assertThat(printed())
                .containsExactly(
                        json(
                                "kind",
                                "notRecoverable",
                                "severity",
                                "error",
                                "seq",
                                2,
                                "address",
                                null,
                                "explanation",
                                "The entries up to seq 1 are not there, and no snapshot that can be loaded has their"
                                        + " params: the state can no longer be recovered as a whole.",
                                "advice",
                                "Restore a backup made before the compaction. Otherwise set every param once more,"
                                        + " then take a snapshot."),
                        json(
                                "kind",
                                "unreadableValue",
                                "severity",
                                "error",
                                "seq",
                                2,
                                "address",
                                ODD,
                                "explanation",
                                "The value is not JSON that CLASP can read; CLASP sees null.",
                                "advice",
                                "The stored text is still there: look at it here and set the param once more, in a"
                                        + " form that CLASP reads."));
    }

    @Test
    void diffPrintsKindAddressAndBothParams() {
        journals.add(new ScriptedJournal().set(1, ODD, "1", 1L).set(2, "/gone", "true", 1L));
        journals.add(new ScriptedJournal().set(1, ODD, "2.5", 3L).set(2, "/new", "null", 1L));
        assertThat(session.run("diff", "x.db", "y.db")).isZero();

        JsonNode gone = param("/gone", true, 1, 2);
        JsonNode added = param("/new", null, 1, 2);
        assertThat(printed())
                .containsExactlyInAnyOrder(
                        json(
                                "kind",
                                "changed",
                                "address",
                                ODD,
                                "before",
                                param(ODD, 1, 1, 1),
                                "after",
                                param(ODD, 2.5, 3, 1)),
                        json("kind", "removed", "address", "/gone", "before", gone, "after", null),
                        json("kind", "added", "address", "/new", "before", null, "after", added));
    }

    private static JsonNode param(String address, Object value, int revision, int seq) {
        return json(
                "address",
                address,
                "value",
                value,
                "revision",
                revision,
                "writer",
                "author-" + seq,
                "timestamp",
                ScriptedJournal.time(seq));
    }

    private List<JsonNode> printed() {
        return session.out().lines().map(RecoveryJsonTest::tree).toList();
    }

    /// Names and values by turns; as it comes out of a reader.
    private static JsonNode json(Object... fields) {
        var object = JSON.createObjectNode();
        for (int i = 0; i < fields.length; i += 2) {
            object.set((String) fields[i], JSON.valueToTree(fields[i + 1]));
        }
        return tree(object.toString());
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
