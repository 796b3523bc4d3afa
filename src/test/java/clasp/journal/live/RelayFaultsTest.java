package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clasp.journal.live.RelayException.Reason;
import clasp.journal.testing.Entries;
import clasp.journal.testing.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a relay does wrong, or a line to it, while its journal is read.
class RelayFaultsTest extends FollowedRelay {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {\"error\":\"token expired\"} | UNAUTHORIZED | refused the token: it is wrong or has expired."
                        + " It says: “token expired”.",
                "401 | {\"error\":\"No!\"} | UNAUTHORIZED | It says: “No!”.",
                "401 | {\"error\":\"Wait...\"} | UNAUTHORIZED | It says: “Wait...”.",
                "401 | {\"error\":\"Invalid token.\"} | UNAUTHORIZED | It says: “Invalid token”.",
                "403 | {\"error\":\"scope\"} | FORBIDDEN | does not allow",
                "404 | not found | NO_JOURNAL | serves no journal",
                "500 | {\"error\":\"disk\"} | FAILED | It says: “disk”",
                "302 | | FAILED | HTTP status 302",
                "200 | <html> | GARBAGE | is not the journal of a relay",
                "200 | {} | GARBAGE | not a list of entries",
                "200 | [{\"seq\":1}] | GARBAGE | has no timestamp",
                "200 | [ | GARBAGE | ends too early",
                "200 | [] [] | GARBAGE | more text",
                "200 | '' | GARBAGE | not a list"
            })
    void everyFaultIsASentenceAndIsOverWhenTheRelayIsWell(int status, String body, Reason reason, String part)
            throws Exception {
        append(10);
        RelayJournal journal = open();
        await(journal, 1, 10);

        relay.fault = FakeRelay.status(status, body == null ? "" : body);
        assertThat(awaitEvent(LiveEvent.Disconnected.class).sentence())
                .contains(part)
                .doesNotContain("s3cret");
        assertThat(journal.info().access())
                .hasToString(status == 401 || status == 403 ? "wants another token" : "no connection");
        assertThat(journal.status().trouble())
                .hasValueSatisfying(sentence -> assertThat(sentence).contains(part));
        assertThatExceptionOfType(RelayException.class)
                .isThrownBy(this::open)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
                .withMessageContaining(part);
        append(10);
        relay.fault = null;

        await(journal, 1, 20);
        assertThat(events).filteredOn(LiveEvent.Disconnected.class::isInstance).hasSize(1);
        awaitEvent(LiveEvent.Connected.class);
        assertThat(journal.status().trouble()).isEmpty();
    }

    private static String listOf(IntStream seqs) {
        return seqs.mapToObj(seq -> "{\"seq\":" + seq + ",\"timestamp\":1,\"author\":\"a\",\"address\":\"/a\","
                        + "\"signal_type\":\"param\",\"value\":1,\"revision\":1,\"msg_type\":33}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void entriesInNoOrderAreNoJournal() {
        for (int[] seqs : new int[][] {{12, 11}, {12, 12}, {0}}) {
            relay.fault = FakeRelay.status(200, listOf(IntStream.of(seqs)));

            assertThatExceptionOfType(RelayException.class)
                    .isThrownBy(this::open)
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.GARBAGE))
                    .withMessageMatching("(?s).*The entry \\d+ stands after \\d+\\..*");
        }
    }

    @Test
    void moreEntriesThanWereAskedForAreNotTaken() {
        relay.fault = FakeRelay.status(200, listOf(IntStream.rangeClosed(1, 101)));

        assertThatExceptionOfType(RelayException.class)
                .isThrownBy(this::open)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.GARBAGE))
                .withMessageContaining("101 entries where 100 were asked for");
    }

    @Test
    void anEndlessBodyIsNotReadToItsEnd() {
        relay.fault = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] blanks = " ".repeat(1 << 12).getBytes(StandardCharsets.UTF_8);
            while (true) {
                exchange.getResponseBody().write(blanks);
            }
        };

        assertThatExceptionOfType(RelayException.class)
                .isThrownBy(this::open)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LONG));
    }

    @Test
    void aBodyThatDripsIsGivenUp() {
        relay.fault = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (true) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                    Thread.sleep(20);
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        };
        RelayLimits impatient = new RelayLimits(Duration.ofSeconds(10), Duration.ofMillis(300), 100, 1 << 16);

        assertThatExceptionOfType(RelayException.class)
                .isThrownBy(() -> open(impatient))
                .withMessageContaining("comes too slowly")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.TOO_SLOW));
    }

    /// As on a slow line: of a long answer only a part comes in time.
    @ParameterizedTest(name = "short answers after {0} ms")
    @ValueSource(ints = {0, 300})
    void pagesGetShorterWhereTheyDoNotComeInTimeAndLongerOnlyWhereTheyComeQuickly(int millis) throws Exception {
        append(110);
        relay.fault = exchange -> {
            Matcher asked = Pattern.compile("seq=(\\d+)&limit=(\\d+)")
                    .matcher(exchange.getRequestURI().getQuery());
            assertThat(asked.find()).isTrue();
            int first = Integer.parseInt(asked.group(1)) + 1;
            int limit = Integer.parseInt(asked.group(2));
            byte[] page =
                    listOf(IntStream.range(first, Math.min(111, first + limit))).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            try {
                exchange.getResponseBody().write(page, 0, 1);
                exchange.getResponseBody().flush();
                Thread.sleep(limit > 25 ? Duration.ofMinutes(5) : Duration.ofMillis(millis));
                exchange.getResponseBody().write(page, 1, page.length - 1);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        };

        await(open(new RelayLimits(Duration.ofSeconds(10), Duration.ofMillis(1_000), 100, 1 << 16)), 1, 110);

        Callable<Long> tooLong = () -> relay.requests.stream()
                .filter(request -> request.matches(".*limit=(50|100)"))
                .count();
        if (millis == 0) {
            Patience.until("a longer page is tried again", () -> tooLong.call() > 1);
        } else {
            assertThat(tooLong.call()).isEqualTo(1);
        }
        assertThat(events).noneMatch(LiveEvent.Disconnected.class::isInstance);
    }

    /// As after a sleep, or when the network has gone: nobody hangs up, and nothing comes any more.
    @Test
    void aRelayThatFallsSilentIsAskedAgainAndNothingIsMissing() throws Exception {
        append(10);
        RelayJournal journal = open(new RelayLimits(Duration.ofSeconds(10), Duration.ofMillis(300), 100, 1 << 16));
        await(journal, 1, 10);

        relay.fault = exchange -> {
            try {
                Thread.sleep(Duration.ofMinutes(5));
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        };
        assertThat(awaitEvent(LiveEvent.Disconnected.class).sentence()).contains("did not answer in time");
        append(10);
        relay.fault = null;

        await(journal, 1, 20);
        assertThat(events).noneMatch(LiveEvent.Gap.class::isInstance);
    }

    @Test
    void anEndlessBodyWhileFollowingIsSaidAndReadingGoesOn() throws Exception {
        append(10);
        RelayJournal journal = open();
        await(journal, 1, 10);

        relay.fault = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] entries = "[{\"seq\":11},".repeat(1 << 10).getBytes(StandardCharsets.UTF_8);
            while (true) {
                exchange.getResponseBody().write(entries);
            }
        };
        assertThat(awaitEvent(LiveEvent.Disconnected.class).sentence()).contains("is too long to be read");
        append(10);
        relay.fault = null;

        await(journal, 1, 20);
    }

    @Test
    void anAnswerCutInTheMiddleIsAskedForAgain() throws Exception {
        append(10);
        RelayJournal journal = open();
        await(journal, 1, 10);

        relay.fault = exchange -> {
            exchange.sendResponseHeaders(200, 10_000);
            exchange.getResponseBody().write("[{\"seq\":11,".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("cut");
        };
        assertThat(awaitEvent(LiveEvent.Disconnected.class).sentence()).contains("broke off");
        append(10);
        relay.fault = null;

        await(journal, 1, 20);
    }

    @Test
    void anEntryTooLargeToBeReadIsSaidToBe() throws Exception {
        append(3);
        RelayJournal journal = open();
        await(journal, 1, 3);

        relay.journal.append(Entries.set("/huge", "\"" + "x".repeat(1 << 17) + "\""));

        assertThat(awaitEvent(LiveEvent.Disconnected.class).sentence()).contains("too long");
        assertThat(seqs(journal)).hasSize(3);
    }

    @Test
    void nobodyAnswering() {
        relay.close();

        assertThatExceptionOfType(RelayException.class)
                .isThrownBy(this::open)
                .withMessageContaining("Nothing answers at http://127.0.0.1:")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE));
    }
}
