package clasp.journal.router;

import static clasp.journal.router.core.Messages.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import clasp.journal.model.Entry;
import clasp.journal.model.EntryJson;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.SnapshotJson;
import clasp.journal.router.core.AccessToken;
import clasp.journal.store.Journal;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.Entries;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalApiTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MemoryJournal journal = new MemoryJournal("test", 100_000, 2, InstantSource.system());
    private final Router router =
            Router.withJournal(journal).withHttpOn(ANY_PORT).start();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        router.close();
        http.close();
    }

    private HttpResponse<String> get(Router of, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + of.httpAddress().orElseThrow().getPort() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return get(router, path);
    }

    private List<Entry> entries(String path) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        List<Entry> entries = new ArrayList<>();
        for (var item : JSON.readTree(response.body())) {
            entries.add(EntryJson.read(item.toString()));
        }
        return entries;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void queryReturnsEveryFieldOfTheMatches() throws Exception {
        journal.append(new Entry(0, -1L, "s1", "/a/b", "param", "{\"x\":[1,2.5]}", 3L, MsgType.SET));
        journal.append(Entries.publish("/c", "event", "null"));

        assertThat(get("/api/journal/query?pattern=/a/**").body())
                .isEqualTo("[{\"seq\":1,\"timestamp\":18446744073709551615,\"author\":\"s1\",\"address\":\"/a/b\","
                        + "\"signal_type\":\"param\",\"value\":{\"x\":[1,2.5]},\"revision\":3,\"msg_type\":33}]");
        assertThat(get("/api/journal/query?pattern=/c").body()).contains("\"revision\":null");
    }

    @Test
    void queryFiltersByPatternTimeAndTypes() throws Exception {
        for (int index = 1; index <= 5; index++) {
            journal.append(Entries.at(index, "/a/" + index));
        }
        journal.append(Entries.publish("/e", "event", "1"));
        journal.append(Entries.publish("/s", "stream", "1"));

        assertThat(entries("/api/journal/query")).hasSize(7);
        assertThat(entries("/api/journal/query?from=2&to=4"))
                .extracting(Entry::seq)
                .containsExactly(2L, 3L, 4L);
        assertThat(entries("/api/journal/query?types=event,stream,nonsense"))
                .extracting(Entry::address)
                .containsExactly("/e", "/s");
        assertThat(entries("/api/journal/query?types=nonsense")).hasSize(7);
        assertThat(entries("/api/journal/query?pattern=" + encoded("/a/[1-2]"))).hasSize(2);
        assertThat(entries("/api/journal/query?pattern=/none")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/**", "/*/3/x", "/**/x", "/a/[0-9]/x"})
    void limitIsHonouredWithAnyPattern(String pattern) throws Exception {
        for (int index = 0; index < 5_000; index++) {
            journal.append(Entries.set(index % 100 == 99 ? "/a/3/x" : "/other/" + index, "1"));
        }

        assertThat(entries("/api/journal/query?limit=7&pattern=" + encoded(pattern)))
                .hasSize(7);
        assertThat(entries("/api/journal/query?limit=0&pattern=" + encoded(pattern)))
                .isEmpty();
    }

    @Test
    void sinceIsExclusive() throws Exception {
        for (int index = 1; index <= 5; index++) {
            journal.append(Entries.at(index, "/a"));
        }

        assertThat(entries("/api/journal/since?seq=3")).extracting(Entry::seq).containsExactly(4L, 5L);
        assertThat(entries("/api/journal/since?seq=0&limit=2"))
                .extracting(Entry::seq)
                .containsExactly(1L, 2L);
        assertThat(entries("/api/journal/since?seq=9223372036854775807")).isEmpty();
        assertThat(entries("/api/journal/since?seq=18446744073709551615")).isEmpty();
        assertThat(entries("/api/journal/since?seq=0&limit=18446744073709551615"))
                .hasSize(5);
    }

    @Test
    void latestIs0ForAnEmptyJournal() throws Exception {
        assertThat(get("/api/journal/latest").body()).isEqualTo("{\"seq\":0}");
        journal.append(Entries.set("/a", "1"));
        assertThat(get("/api/journal/latest").body()).isEqualTo("{\"seq\":1}");
    }

    @Test
    void snapshotIsTheLastOneStored() throws Exception {
        assertThat(get("/api/journal/snapshot").body()).isEqualTo("[]");
        var params = List.of(new Param("/a", "1", 1, "s1", 5), new Param("/b", "\"ü\"", 2, "s2", -1L));
        journal.snapshot(List.of());
        journal.snapshot(params);

        String body = get("/api/journal/snapshot").body();

        assertThat(SnapshotJson.read(new SnapshotInfo(1, 0, 0, 0), body).params())
                .isEqualTo(params);
    }

    @Test
    void aSnapshotThatCannotBeReadIsNotTakenForNone(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("session.db");
        try (Journal written = new SqliteJournals().create(file, null)) {
            written.snapshot(List.of(new Param("/a", "1", 1, "s1", 5)));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE snapshots SET data_json = '[{'");
        }
        try (Journal damaged = new SqliteJournals().openForWriting(file, null);
                Router of = Router.withJournal(damaged).withHttpOn(ANY_PORT).start()) {
            HttpResponse<String> response = get(of, "/api/journal/snapshot");

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).startsWith("{\"error\":\"The last snapshot cannot be read. ");
        }
    }

    @Test
    void aLiveSetIsFoundThere() throws Exception {
        try (TestClient client = TestClient.greeted(router)) {
            client.ask(set("/live", 0.5));
        }

        assertThat(entries("/api/journal/since?seq=0"))
                .extracting(Entry::address, Entry::valueJson)
                .containsExactly(tuple("/live", "0.5"));
    }

    @Test
    void anAnswerOfManyMegabytesIsComplete() throws Exception {
        String value = "\"" + "x".repeat(1_000) + "\"";
        for (int index = 0; index < 20_000; index++) {
            journal.append(Entries.set("/a/" + index, value));
        }

        assertThat(entries("/api/journal/query")).hasSize(20_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /api/journal/since              | The parameter seq is missing.
        /api/journal/since?seq=x        | The parameter seq is no whole number: x
        /api/journal/since?seq=-1       | The parameter seq is negative: -1
        /api/journal/since?seq=18446744073709551616 | The parameter seq is no whole number: 18446744073709551616
        /api/journal/query?limit=1.5    | The parameter limit is no whole number: 1.5
        /api/journal/query?from=-1      | The parameter from is no number of microseconds: -1
        /api/journal/query?from=2&to=1  | The time range begins after it ends.
        """)
    void badParametersAreNamed(String path, String sentence) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(response.body()).get("error").textValue()).isEqualTo(sentence);
    }

    /// Sent as it is, which no client library would do.
    private String answerTo(String target) throws Exception {
        try (Socket socket =
                new Socket("127.0.0.1", router.httpAddress().orElseThrow().getPort())) {
            String request = "GET " + target + " HTTP/1.1\r\nConnection: close\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /api/journal/query?pattern=%ff      | The query is no UTF-8 text in percent-encoding.
        /api/journal/query?pattern=%c3      | The query is no UTF-8 text in percent-encoding.
        /api/journal/query?pattern=%ed%a0%80 | The query is no UTF-8 text in percent-encoding.
        /api/journal/query?%ff=1            | The query is no UTF-8 text in percent-encoding.
        /api/journal/query?pattern=%        | The query is no UTF-8 text in percent-encoding.
        /api/journal/query?pattern=%zz      | The query is no UTF-8 text in percent-encoding.
        /api/journal/since?seq=%u0031       | The query is no UTF-8 text in percent-encoding.
        /api/journal/%zz                    | The request is malformed.
        /api/journal/%                      | The request is malformed.
        /api/journal/%ff                    | The request is malformed.
        /api/journal/..%2fquery             | The request is malformed.
        """)
    void whatIsNoUriIsAnsweredInTheApisOwnWay(String target, String sentence) throws Exception {
        String answer = answerTo(target);

        assertThat(answer).startsWith("HTTP/1.1 400 ").containsIgnoringCase("Content-Type: application/json\r\n");
        assertThat(JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n")))
                        .get("error")
                        .textValue())
                .isEqualTo(sentence);
    }

    @Test
    void aMalformedPatternIsNamed() throws Exception {
        HttpResponse<String> response = get("/api/journal/query?pattern=" + encoded("/a/[b"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith("{\"error\":\"The pattern /a/[b is malformed: ");
    }

    @Test
    void otherPathsAndMethodsAreRefused() throws Exception {
        assertThat(get("/api/journal/nothing").statusCode()).isEqualTo(404);
        URI uri = URI.create(
                "http://127.0.0.1:" + router.httpAddress().orElseThrow().getPort() + "/api/journal/latest");
        HttpRequest delete = HttpRequest.newBuilder(uri).DELETE().build();
        assertThat(http.send(delete, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void withATokenNobodyReadsWithoutIt() throws Exception {
        try (Router guarded = Router.withJournal(journal)
                .withHttpOn(ANY_PORT)
                .withToken(AccessToken.of("secret"))
                .start()) {
            HttpResponse<String> none = get(guarded, "/api/journal/latest");
            assertThat(none.statusCode()).isEqualTo(401);
            assertThat(none.body()).isEqualTo("{\"error\":\"Authentication required: this router wants a token.\"}");
            assertThat(get(guarded, "/api/journal/latest", "Authorization", "Bearer guess")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(get(guarded, "/api/journal/latest", "Authorization", "Bearer secret")
                            .body())
                    .isEqualTo("{\"seq\":0}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, , 200",
        "localhost, http://localhost:3000, 200",
        "localhost, http://[::1]:80, 200",
        "evil.example, , 403",
        "127.0.0.1.evil.example, , 403",
        "127.0.0.1, http://evil.example, 403",
        "127.0.0.1, http://127.evil.example, 403",
        "127.0.0.1, null, 403"
    })
    void withoutATokenForeignPagesAreKeptOut(String host, String origin, int status) throws Exception {
        try (Socket socket =
                new Socket("127.0.0.1", router.httpAddress().orElseThrow().getPort())) {
            String request = "GET /api/journal/latest HTTP/1.1\r\nConnection: close\r\nHost: " + host + "\r\n"
                    + (origin == null ? "" : "Origin: " + origin + "\r\n") + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void theTwoPortsServeOneThingEach() throws Exception {
        URI webSocketPort = URI.create("http://127.0.0.1:" + router.address().getPort() + "/api/journal/latest");
        HttpRequest request = HttpRequest.newBuilder(webSocketPort).build();

        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(404);
    }
}
