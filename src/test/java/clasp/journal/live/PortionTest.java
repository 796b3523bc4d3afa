package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.query.AddressPattern;
import clasp.journal.query.Filter;
import clasp.journal.router.Router;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Journal;
import clasp.journal.store.JournalReader;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.Patience;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Only a part of a relay's journal is read, and exactly that.
class PortionTest {
    private static final long BEGIN = 1_708_500_000_000_000L;
    private static final RelayLimits SHORT_PAGES =
            new RelayLimits(Duration.ofSeconds(10), Duration.ofSeconds(30), 50, 1 << 20);

    private final MemoryJournal served = memory();
    private final Router router = Router.withJournal(served)
            .withHttpOn(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .start();

    @AfterEach
    void stop() {
        router.close();
    }

    private static MemoryJournal memory() {
        return new MemoryJournal("test", 1_000_000, 1, InstantSource.system());
    }

    /// Times jump back by up to a second; some entries share one.
    private void append(int entries) {
        Random random = new Random(entries);
        served.appendAll(IntStream.range(0, entries)
                .mapToObj(i -> new Entry(
                        0,
                        BEGIN + i * 10_000L - random.nextInt(100) * 10_000L,
                        "desk",
                        (i % 10 == 0 ? "/audio/" : "/lumen/") + i % 7 + "/level",
                        i % 3 == 0 ? "event" : "param",
                        Integer.toString(i),
                        null,
                        MsgType.PUBLISH))
                .toList());
    }

    private RelayJournal open(Portion portion) {
        return RelayJournal.open(
                RelayAddress.of(
                        "127.0.0.1:" + router.httpAddress().orElseThrow().getPort()),
                BearerToken.NONE,
                portion,
                SHORT_PAGES,
                PortionTest::memory,
                event -> {},
                Cancellation.none());
    }

    private static List<Entry> all(JournalReader journal) {
        List<Entry> entries = new ArrayList<>();
        journal.scan(Filter.ALL, SeqRange.ALL, entries::add, Cancellation.none());
        return entries;
    }

    private static List<Entry> expected(Journal journal, Portion portion) {
        return all(journal).stream().filter(portion::holds).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/audio/** | '' | 0",
                "/** | event | 0",
                "/lumen/*/level | param | 0",
                "/** | '' | 15",
                "/lumen/3/level | '' | 5",
                "/none/** | '' | 0",
                "/*/{1,2}/level | event | 3",
                "!/lumen/** | '' | 0"
            })
    void exactlyThePortionIsReadAndFollowed(String pattern, String type, int fromSecond) throws Exception {
        append(2_000);
        Portion portion = new Portion(
                AddressPattern.of(pattern),
                type.isEmpty() ? Set.of() : Set.of(type),
                new TimeRange(fromSecond == 0 ? 0 : BEGIN + fromSecond * 1_000_000L, -1));
        try (RelayJournal journal = open(portion)) {
            Patience.until("what was there", () -> all(journal).equals(expected(served, portion)));
            append(300);
            Patience.until("what came", () -> all(journal).equals(expected(served, portion)));
            assertThat(journal.missingSeqs(9, Cancellation.none())).isEmpty();
            assertThat(journal.status().missed()).isZero();
        }
    }

    @Test
    void theEntriesASecondAreThoseOfThePortion() throws Exception {
        append(2_000);
        Portion portion = new Portion(AddressPattern.of("/lumen/3/level"), Set.of(), TimeRange.ALL);
        try (RelayJournal journal = open(portion)) {
            Patience.until("what was there", () -> all(journal).equals(expected(served, portion)));
            append(3_000);
            Patience.until("what came", () -> all(journal).equals(expected(served, portion)));
            assertThat(journal.status().entriesPerSecond())
                    .as("of three seconds")
                    .isLessThanOrEqualTo(expected(served, portion).size() / 3 + 1);
        }
    }

    @Test
    void moreThanMemoryShouldHoldIsNotGathered() throws Exception {
        try (FakeRelay relay = new FakeRelay(memory())) {
            relay.journal.appendAll(IntStream.range(0, 1_000)
                    .mapToObj(i -> new Entry(0, BEGIN + i, "desk", "/a/b", "param", "1", null, MsgType.PUBLISH))
                    .toList());
            Portion portion = new Portion(AddressPattern.of("/a/**"), Set.of(), TimeRange.ALL);
            try (RelayClient client = new RelayClient(relay.address(), BearerToken.NONE, SHORT_PAGES)) {
                RelayPages pages = new RelayPages(client, SHORT_PAGES);
                assertThat(new PortionHistory(client, pages, portion, 300).upTo(1_000))
                        .isEmpty();
                assertThat(relay.requests).hasSizeLessThan(30);
                assertThat(new PortionHistory(client, pages, portion, 1_000).upTo(1_000))
                        .hasValue(all(relay.journal));
            }
        }
    }

    /// As on a slow line: of a long answer only a part comes in time.
    @Test
    void pagesOfAPortionGetShorterWhereTheyDoNotComeInTime() throws Exception {
        RelayLimits impatient = new RelayLimits(Duration.ofSeconds(10), Duration.ofSeconds(2), 100, 1 << 20);
        append(200);
        try (FakeRelay relay = new FakeRelay(memory())) {
            relay.journal = served;
            relay.fault = exchange -> {
                byte[] page = relay.answer(exchange).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page, 0, 1);
                exchange.getResponseBody().flush();
                if (exchange.getRequestURI().getQuery().matches(".*limit=(50|100)")) {
                    LockSupport.park(relay);
                }
                exchange.getResponseBody().write(page, 1, page.length - 1);
                exchange.close();
            };
            Portion portion = new Portion(AddressPattern.of("/lumen/**"), Set.of(), TimeRange.ALL);
            try (RelayClient client = new RelayClient(relay.address(), BearerToken.NONE, impatient)) {
                assertThat(new PortionHistory(client, new RelayPages(client, impatient), portion).upTo(200))
                        .hasValue(expected(served, portion));
            }
        }
    }

    @Test
    void ofManyEntriesOnlyThoseOfThePortionAreAskedFor() throws Exception {
        try (FakeRelay relay = new FakeRelay(memory())) {
            relay.journal.appendAll(IntStream.range(0, 100_000)
                    .mapToObj(i -> new Entry(
                            0,
                            BEGIN + i,
                            "desk",
                            i % 1_000 == 7 ? "/rare/a" : "/a",
                            "param",
                            "1",
                            null,
                            MsgType.PUBLISH))
                    .toList());
            Portion rare = new Portion(AddressPattern.of("/rare/**"), Set.of(), TimeRange.ALL);
            try (RelayJournal journal = RelayJournal.open(
                    relay.address(),
                    BearerToken.NONE,
                    rare,
                    SHORT_PAGES,
                    PortionTest::memory,
                    event -> {},
                    Cancellation.none())) {
                Patience.until("all of it", () -> journal.status().caughtUp());
                assertThat(all(journal))
                        .hasSize(100)
                        .allMatch(entry -> entry.address().equals("/rare/a"));
                assertThat(journal.info().name()).endsWith(" (/rare/**)");
                assertThat(relay.requests)
                        .hasSizeLessThan(20)
                        .allMatch(r -> r.contains("limit=") || r.endsWith("/latest"));
            }
        }
    }

    @Test
    void entriesThatTimeDoesNotTellApartAreReadInTheOrderOfSeqs() throws Exception {
        served.appendAll(IntStream.range(0, 500)
                .mapToObj(
                        i -> new Entry(0, BEGIN, "desk", i % 2 == 0 ? "/a" : "/b", "param", "1", null, MsgType.PUBLISH))
                .toList());
        Portion portion = new Portion(AddressPattern.of("/a"), Set.of(), TimeRange.ALL);
        try (RelayJournal journal = open(portion)) {
            Patience.until("all of it", () -> all(journal).equals(expected(served, portion)));
        }
    }
}
