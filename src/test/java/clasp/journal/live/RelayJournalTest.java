package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clasp.journal.live.RelayException.Reason;
import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.JournalReader;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.Entries;
import clasp.journal.testing.OpenHandles;
import clasp.journal.testing.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Following a relay that behaves, and one that does not.
class RelayJournalTest {
    private static final RelayLimits LIMITS =
            new RelayLimits(Duration.ofSeconds(10), Duration.ofSeconds(10), 100, 1 << 16);

    private final FakeRelay relay = new FakeRelay(memory(1_000_000));
    private final List<LiveEvent> events = new CopyOnWriteArrayList<>();
    private final List<JournalReader> opened = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(JournalReader::close);
        relay.close();
    }

    private static MemoryJournal memory(int capacity) {
        return new MemoryJournal("test", capacity, 1, InstantSource.system());
    }

    private RelayJournal open() {
        return open(LIMITS);
    }

    private RelayJournal open(RelayLimits limits) {
        RelayJournal journal = RelayJournal.open(
                relay.address(),
                BearerToken.of("s3cret"),
                limits,
                () -> memory(1_000_000),
                events::add,
                Cancellation.none());
        opened.add(journal);
        return journal;
    }

    private void append(int entries) {
        relay.journal.appendAll(IntStream.range(0, entries)
                .mapToObj(i -> Entries.set("/a/" + i, Integer.toString(i)))
                .toList());
    }

    private static List<Long> seqs(JournalReader journal) {
        List<Long> seqs = new ArrayList<>();
        journal.scan(Filter.ALL, SeqRange.ALL, entry -> seqs.add(entry.seq()), Cancellation.none());
        return seqs;
    }

    private static void await(JournalReader journal, long first, long last) throws Exception {
        List<Long> expected = LongStream.rangeClosed(first, last).boxed().toList();
        Patience.until("seqs " + first + " to " + last, () -> seqs(journal).equals(expected));
    }

    private <E extends LiveEvent> E awaitEvent(Class<E> type) throws Exception {
        Patience.until(type.getSimpleName(), () -> events.stream().anyMatch(type::isInstance));
        return type.cast(events.stream().filter(type::isInstance).findFirst().orElseThrow());
    }

    @Test
    void readsEverythingInPagesOneRequestAtATimeAlwaysWithALimit() throws Exception {
        append(1_234);

        RelayJournal journal = open();

        await(journal, 1, 1_234);
        assertThat(relay.requests)
                .filteredOn(request -> request.contains("/since"))
                .hasSizeGreaterThan(12)
                .allMatch(request -> request.matches(".*\\?seq=\\d+&limit=100"));
        assertThat(relay.mostAtOnce).hasValue(1);
        Patience.until("caught up", () -> journal.status().caughtUp());
        assertThat(journal.info().access()).asString().startsWith("live · ");
    }

    @Test
    void followsWhatIsWritten() throws Exception {
        RelayJournal journal = open();
        assertThat(journal.state().isEmpty()).isTrue();

        append(3);
        await(journal, 1, 3);
        append(500);
        await(journal, 1, 503);

        assertThat(events).hasOnlyElementsOfType(LiveEvent.Batch.class);
        assertThat(events.getFirst()).isEqualTo(new LiveEvent.Batch(new SeqRange(1, 3), 3));
        assertThat(journal.status().entriesPerSecond()).isPositive();
        assertThat(journal.compaction()).isInstanceOf(CompactionAccess.Unavailable.class);
    }

    @Test
    void whatTheRingDroppedMeanwhileIsAGap() throws Exception {
        relay.journal = memory(50);
        append(20);
        RelayJournal journal = open();
        await(journal, 1, 20);
        relay.fault = FakeRelay.status(503, "{\"error\":\"busy\"}");
        awaitEvent(LiveEvent.Disconnected.class);

        append(130);
        relay.fault = null;

        LiveEvent.Gap gap = awaitEvent(LiveEvent.Gap.class);
        assertThat(gap.missing()).isEqualTo(new SeqRange(21, 100));
        assertThat(gap.entries()).isEqualTo(80);
        assertThat(gap.orAnew()).isTrue();
        Patience.until("the rest", () -> journal.state().latestSeq() == 150);
        assertThat(journal.missingSeqs(9, Cancellation.none())).containsExactly(new SeqRange(21, 100));
        assertThat(seqs(journal)).hasSize(70).doesNotHaveDuplicates();
        assertThat(journal.status().missed()).isEqualTo(80);
    }

    @Test
    void aGapWhileTheRelayAnsweredIsNoDoubtfulOne() throws Exception {
        relay.journal = memory(50);
        append(20);
        RelayJournal journal = open();
        await(journal, 1, 20);

        append(130);

        assertThat(awaitEvent(LiveEvent.Gap.class)).isEqualTo(new LiveEvent.Gap(new SeqRange(21, 100), false));
        assertThat(events).noneMatch(LiveEvent.Disconnected.class::isInstance);
    }

    /// The one entry that would show it has gone already.
    @Test
    void aRestartAfterWhichMoreWasWrittenThanTheRingHoldsIsSaidToBePossible() throws Exception {
        append(20);
        RelayJournal journal = open();
        await(journal, 1, 20);
        relay.fault = FakeRelay.status(503, "{\"error\":\"gone\"}");
        awaitEvent(LiveEvent.Disconnected.class);
        relay.journal = memory(50);
        append(130);
        relay.fault = null;

        assertThat(awaitEvent(LiveEvent.Gap.class)).isEqualTo(new LiveEvent.Gap(new SeqRange(21, 80), true));
        append(100);
        Patience.until(
                "a gap while connected", () -> events.contains(new LiveEvent.Gap(new SeqRange(131, 180), false)));
    }

    @Test
    void seqsThatNeverHadAnEntryAreNoGap() throws Exception {
        MemoryJournal holes = memory(1_000);
        relay.journal = holes;
        append(5);
        RelayJournal journal = open();
        await(journal, 1, 5);

        holes.skipSeqs(10);
        append(1);

        Patience.until("the entry after the hole", () -> journal.state().latestSeq() == 16);
        assertThat(events).hasOnlyElementsOfType(LiveEvent.Batch.class);
    }

    @Test
    void aCompactedRelayLeavesWhatWasRead() throws Exception {
        append(5);
        RelayJournal journal = open();
        await(journal, 1, 5);

        relay.journal.compact(Long.MAX_VALUE);
        Patience.until(
                "an answer without entries", () -> relay.requests.stream().anyMatch(r -> r.contains("/latest")));
        append(2);

        await(journal, 1, 7);
        assertThat(events).hasOnlyElementsOfType(LiveEvent.Batch.class);
    }

    @ParameterizedTest(name = "{0} entries before, {1} after")
    @CsvSource({"10, 3", "10, 10", "10, 400", "1, 1"})
    void aRestartWithSeqsFrom1IsANewSession(int before, int after) throws Exception {
        append(before);
        RelayJournal journal = open();
        await(journal, 1, before);
        long version = journal.state().version();

        MemoryJournal restarted = memory(1_000);
        restarted.appendAll(IntStream.range(0, after)
                .mapToObj(i -> Entries.set("/new/" + i, "true"))
                .toList());
        relay.journal = restarted;

        JournalReader ended = awaitEvent(LiveEvent.NewSession.class).ended();
        opened.add(ended);
        await(journal, 1, after);
        assertThat(journal.entry(1)).map(Entry::address).contains("/new/0");
        assertThat(journal.state().version()).isNotEqualTo(version);
        assertThat(seqs(ended)).hasSize(before);
        assertThat(ended.entry(1)).map(Entry::address).contains("/a/0");
        assertThat(events).noneMatch(LiveEvent.Gap.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {\"error\":\"token expired\"} | UNAUTHORIZED | wants a valid token",
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
    void pagesGetShorterWhereEntriesAreLarge() throws Exception {
        String large = "\"" + "x".repeat(20_000) + "\"";
        relay.journal.appendAll(IntStream.range(0, 30)
                .mapToObj(i -> Entries.set("/large", large))
                .toList());
        append(300);

        await(open(), 1, 330);
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
    void hundredsOfConnectionsInARowLeaveNoThreadAndNoDescriptor() throws Exception {
        append(3);
        for (int count = 0; count < 100; count++) {
            await(open(), 1, 3);
            opened.removeLast().close();
        }
        OpenHandles before = OpenHandles.now();
        for (int count = 0; count < 200; count++) {
            open();
            opened.removeLast().close();
        }
        Patience.until("as many as before", () -> OpenHandles.now().isAtMost(before));
    }

    @Test
    void nobodyAnswering() {
        relay.close();

        assertThatExceptionOfType(RelayException.class)
                .isThrownBy(this::open)
                .withMessageContaining("Nothing answers at http://127.0.0.1:")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE));
    }

    @Test
    void closingBreaksARequestOff() throws Exception {
        append(1);
        RelayJournal journal = open();
        relay.fault = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                Thread.sleep(Duration.ofMinutes(5));
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        };
        int before = relay.requests.size();
        Patience.until(
                "a request without an answer",
                () -> relay.requests.size() > before + 1 || relay.requests.size() > before);

        journal.close();
        journal.close();

        assertThat(events).noneMatch(LiveEvent.Disconnected.class::isInstance);
    }
}
