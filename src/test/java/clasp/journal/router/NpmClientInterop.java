package clasp.journal.router;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// CLASP's own JavaScript client against this router. Needs Node.js; runs with `mvn -Pinterop verify`.
class NpmClientInterop {
    /// Where the profile has npm put the client.
    private static final Path MODULES = Path.of("target", "interop");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private static final String HEARD = """
        [["/ready",true],["/show/level",0.75],["/show/name","Grüße"],\
        ["/show/map",{"a":[1,null,true],"b":"x"}],["/other/3/level",3],["/show/cue",{"cue":"intro"}],\
        ["/show/sensor",0.5],["/show/touch",{"x":1,"phase":"start","gestureId":7}],\
        ["/show/touch",{"phase":"end","gestureId":7}],["/show/fade",null],\
        ["/show/1",1],["/show/go",null],["/show/2",2]]\
        """;

    private static final String READ_BACK = """
        {"/show/level":0.75,"/show/name":"Grüße","/show/map":{"a":[1,null,true],"b":"x"},\
        "/show/1":1,"/other/3/4/level":4}\
        """;

    /// The client itself leaves out the keyframes of a timeline, which the binary form has no room for.
    private static final String[] JOURNALED = {
        "SET /ready param true 1",
        "SET /show/level param 0.75 1",
        "SET /show/name param \"Grüße\" 1",
        "SET /show/map param {\"a\":[1.0,null,true],\"b\":\"x\"} 1",
        "SET /other/3/level param 3.0 1",
        "SET /other/3/4/level param 4.0 1",
        "PUBLISH /show/cue event {\"cue\":\"intro\"} null",
        "PUBLISH /show/sensor stream 0.5 null",
        "PUBLISH /show/touch gesture {\"x\":1.0} null",
        "PUBLISH /show/touch gesture null null",
        "PUBLISH /show/fade timeline null null",
        "SET /show/1 param 1.0 1",
        "PUBLISH /show/go event null null",
        "SET /show/2 param 2.0 1"
    };

    private static String drive(Router router) throws Exception {
        Path script = MODULES.resolve("client.mjs");
        Files.copy(Path.of("src", "test", "interop", "client.mjs"), script, StandardCopyOption.REPLACE_EXISTING);
        Process node = new ProcessBuilder(
                        "node",
                        script.toString(),
                        "ws://127.0.0.1:" + router.address().getPort())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(node.exitValue()).as(output).isZero();
        return output;
    }

    @Test
    void whatTheClientDoesIsHeardReadBackAndJournaled(@TempDir Path folder) throws Exception {
        try (SqliteJournal journal = new SqliteJournals().create(folder.resolve("interop.db"), null);
                Router router = Router.withJournal(journal).withHttpOn(ANY_PORT).start()) {
            var output = JSON.readTree(drive(router));

            assertThat(output.get("seen")).isEqualTo(JSON.readTree(HEARD));
            assertThat(output.get("read")).isEqualTo(JSON.readTree(READ_BACK));
            assertThat(journal.since(0, OptionalInt.empty()))
                    .extracting(NpmClientInterop::line)
                    .containsExactly(JOURNALED);
            assertThat(overRest(router)).hasSize(JOURNALED.length);
        }
    }

    private static String line(Entry entry) {
        return (entry.isSet() ? "SET " : "PUBLISH ") + entry.address() + " " + entry.signalType() + " "
                + entry.valueJson() + " " + entry.revision();
    }

    private static Iterable<? extends Object> overRest(Router router) throws Exception {
        URI uri = URI.create("http://127.0.0.1:"
                + router.httpAddress().orElseThrow().getPort() + "/api/journal/query?pattern=/**&limit=100");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return JSON.readTree(http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body());
        }
    }
}
