package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.router.Router;
import clasp.journal.router.core.AccessToken;
import clasp.journal.store.Cancellation;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.Entries;
import clasp.journal.testing.Patience;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Many clients at once, with right and wrong tokens, over connections that are kept open: nobody is told that a right
/// token is wrong, nobody is let in with another's.
class RelayLoadTest {
    private static final String RIGHT = "r1ght-token";
    private static final int CLIENTS = 12;
    private static final int REQUESTS = 400;
    private static final int FOLLOWERS = 4;

    private final MemoryJournal served = new MemoryJournal("served", 1_000_000, 1, InstantSource.system());
    private final Queue<LiveEvent> troubles = new ConcurrentLinkedQueue<>();
    private final ConcurrentSkipListMap<String, AtomicInteger> answers = new ConcurrentSkipListMap<>();

    private RelayJournal follow(Router router) {
        return RelayJournal.open(
                RelayAddress.of(
                        "127.0.0.1:" + router.httpAddress().orElseThrow().getPort()),
                BearerToken.of(RIGHT),
                RelayLimits.STANDARD,
                () -> new MemoryJournal("copy", 1_000_000, 1, InstantSource.system()),
                event -> {
                    if (event instanceof LiveEvent.Disconnected lost && lost.wantsToken()) {
                        troubles.add(lost);
                    }
                },
                Cancellation.none());
    }

    /// Asks with the right token twice out of three times.
    private Void ask(HttpClient http, URI uri) throws Exception {
        for (int i = 0; i < REQUESTS; i++) {
            String token = i % 3 == 2 ? RIGHT + i : RIGHT;
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .header("Authorization", "Bearer " + token)
                    .build();
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            answers.computeIfAbsent((token.equals(RIGHT) ? "right " : "wrong ") + status, key -> new AtomicInteger())
                    .incrementAndGet();
        }
        return null;
    }

    @Test
    void aRightTokenIsNeverRefusedHoweverManyAsk() throws Exception {
        Router router = Router.withJournal(served)
                .withToken(AccessToken.of(RIGHT))
                .withHttpOn(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .start();
        List<RelayJournal> followers = new ArrayList<>();
        try (router;
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            URI since = URI.create("http://127.0.0.1:"
                    + router.httpAddress().orElseThrow().getPort() + "/api/journal/since?seq=0&limit=200");
            for (int i = 0; i < FOLLOWERS; i++) {
                followers.add(follow(router));
            }
            List<Callable<Void>> jobs = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                jobs.add(() -> ask(http, since));
            }
            jobs.add(() -> {
                for (int i = 0; i < 20_000; i++) {
                    served.append(Entries.set("/a/" + i % 9, Integer.toString(i)));
                }
                return null;
            });
            for (var done : threads.invokeAll(jobs)) {
                done.get();
            }
            for (RelayJournal follower : followers) {
                Patience.until("all of it", () -> follower.state().latestSeq() == 20_000);
            }
        } finally {
            followers.forEach(RelayJournal::close);
        }
        assertThat(troubles).isEmpty();
        // Too many at a time is an answer, too: it may be asked again.
        assertThat(new TreeMap<>(answers).keySet()).isSubsetOf("right 200", "right 503", "wrong 401");
        assertThat(answers.get("wrong 401")).hasValue(CLIENTS * (REQUESTS / 3));
        assertThat(answers.get("right 200").get()).isPositive();
    }
}
