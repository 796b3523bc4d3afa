package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.Entries;
import clasp.journal.testing.Fuzz;
import clasp.journal.testing.TextMutator;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Whatever a relay answers over REST gives its journal, or a sentence that says what is wrong; the token stands in
/// none.
class RelayFuzzTest extends FollowedRelay {
    private static final int USUALLY = 150;
    private static final int[] STATUS = {200, 200, 200, 200, 200, 200, 204, 206, 301, 400, 401, 404, 429, 500, 503, 299
    };

    private final SplittableRandom random = new SplittableRandom(Fuzz.seed());

    @Test
    void anyAnswerGivesTheJournalOrASentence() {
        relay.journal.appendAll(IntStream.range(0, 5)
                .mapToObj(i -> Entries.set("/a/" + i, "[" + i + ",\"ü\",{\"x\":null}]"))
                .toList());
        relay.fault = this::spoilt;
        int[] opened = {0};
        long rounds = Fuzz.rounds(USUALLY, () -> opened[0] += opens() ? 1 : 0);
        assertThat(opened[0]).as("hardly touched, or hardly readable").isBetween(1, (int) rounds - 1);
    }

    private boolean opens() {
        try (RelayJournal journal = open()) {
            seqs(journal);
            journal.status();
            return true;
        } catch (RelayException e) {
            assertThat(e).hasMessageMatching("(?s).+[.!?”)]").message().doesNotContain("s3cret", "Exception", "java.");
            return false;
        } finally {
            opened.clear();
            events.clear();
        }
    }

    /// Most answers are near sound ones, some are of another status, length or kind, or end in the middle.
    private synchronized void spoilt(HttpExchange exchange) throws IOException {
        String sound = relay.answer(exchange);
        String answer = random.nextInt(4) == 0 ? sound : mutator(sound).next();
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", random.nextBoolean() ? "application/json" : "text/html");
        int status = STATUS[random.nextInt(STATUS.length)];
        long length = random.nextInt(10) == 0 ? body.length + 1L : Math.max(body.length, 1);
        exchange.sendResponseHeaders(status, status == 204 ? -1 : length);
        if (status != 204) {
            exchange.getResponseBody().write(body);
        }
    }

    private TextMutator mutator(String sound) {
        return new TextMutator(
                List.of(sound),
                List.of(
                        "[",
                        "]",
                        "{",
                        "}",
                        ",",
                        "\"",
                        "null",
                        "-1",
                        "1e999",
                        "18446744073709551616",
                        "\"seq\":",
                        "\0",
                        "\ud83d"),
                random);
    }
}
