package clasp.journal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.Param;
import clasp.journal.recovery.StateReplay;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.ClaspClient;
import clasp.journal.testing.ForeignWriter;
import clasp.journal.testing.FrameAssembly;
import clasp.journal.testing.JavaCommand;
import clasp.journal.testing.SharedJournals;
import clasp.journal.wire.FrameWriter;
import clasp.journal.wire.Message;
import clasp.journal.wire.ParamState;
import clasp.journal.wire.WireValue;
import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class ServeCommandTest {
    private static final int PATIENCE_SECONDS = 120;
    private static final int ENOUGH = 2_000;

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endWhatIsStillRunning() {
        started.forEach(Process::destroyForcibly);
    }

    private Process serve(String... arguments) throws Exception {
        return start(serveCommand(arguments));
    }

    private static List<String> serveCommand(String... arguments) {
        List<String> command = JavaCommand.of(CommandProcess.class, List.of(), "serve");
        command.addAll(List.of(arguments));
        return command;
    }

    private Process start(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("stderr").toFile())
                .start();
        started.add(process);
        return process;
    }

    /// Sets params as fast as they are acknowledged, and keeps the revision of each acknowledgement.
    private static final class Hammer implements WebSocket.Listener {
        private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
        private final FrameAssembly assembly = new FrameAssembly();
        private final CompletableFuture<Boolean> busy = new CompletableFuture<>();
        private final String prefix;
        private CompletableFuture<WebSocket> sent = CompletableFuture.completedFuture(null);
        private long count;

        Hammer(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public void onOpen(WebSocket socket) {
            send(socket, new Message.Hello(1, Set.of(), "hammer", null));
            socket.request(1);
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            assembly.add(data, last).ifPresent(message -> {
                switch (message) {
                    case Message.Ack ack -> {
                        acknowledged.put(String.valueOf(ack.address()), ack.revision());
                        next(socket);
                    }
                    case Message.Snapshot _ -> next(socket);
                    default -> {}
                }
            });
            socket.request(1);
            return null;
        }

        private void next(WebSocket socket) {
            count++;
            if (count == ENOUGH) {
                busy.complete(true);
            }
            WireValue value = WireValue.Int.of(count);
            send(socket, new Message.Set(prefix + count % 10, value, null, false, false, null));
        }

        /// One after the other: an answer may be here before the send that it answers is known to be done.
        private void send(WebSocket socket, Message message) {
            sent = sent.thenCompose(done -> socket.sendBinary(ByteBuffer.wrap(FrameWriter.write(message)), true));
        }

        @Override
        public void onError(WebSocket socket, Throwable brokenOff) {
            busy.completeExceptionally(brokenOff);
        }
    }

    @Test
    void killedUnderLoadItLosesNothingThatWasAcknowledged() throws Exception {
        Path file = folder.resolve("session.db");
        List<Hammer> hammers = List.of(new Hammer("/a/"), new Hammer("/b/"), new Hammer("/a/"));
        Process process = serve("--listen", "127.0.0.1:0", "--journal", file.toString(), "--snapshot-every", "1");
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI uri = URI.create(process.inputReader().readLine());
            for (Hammer hammer : hammers) {
                http.newWebSocketBuilder().buildAsync(uri, hammer).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            for (Hammer hammer : hammers) {
                hammer.busy.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            process.destroyForcibly().waitFor();
            http.shutdownNow();
        }

        Map<String, Param> recovered = new ConcurrentHashMap<>();
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            new StateReplay(journal)
                    .latest(Progress.NONE, Cancellation.none())
                    .params()
                    .forEach(param -> recovered.put(param.address(), param));
            assertThat(journal.missingSeqs(1, Cancellation.none())).isEmpty();
        }
        for (Hammer hammer : hammers) {
            hammer.acknowledged.forEach((address, revision) ->
                    assertThat(recovered.get(address).revision()).as(address).isGreaterThanOrEqualTo(revision));
        }

        Process again = serve(
                "--listen",
                "127.0.0.1:0",
                "--http",
                "127.0.0.1:0",
                "--journal",
                file.toString(),
                "--snapshot-every",
                "1");
        Map<String, Param> served = new ConcurrentHashMap<>();
        BufferedReader lines = again.inputReader();
        URI uri = URI.create(lines.readLine());
        var state = new State(served);
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.newWebSocketBuilder().buildAsync(uri, state).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            state.complete.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            http.shutdownNow();
        }
        assertThat(served).isEqualTo(recovered);
    }

    /// Says HELLO and keeps the snapshot.
    private static final class State implements WebSocket.Listener {
        private final FrameAssembly assembly = new FrameAssembly();
        private final Map<String, Param> params;
        private final CompletableFuture<Boolean> complete = new CompletableFuture<>();

        State(Map<String, Param> params) {
            this.params = params;
        }

        @Override
        public void onOpen(WebSocket socket) {
            Message hello = new Message.Hello(1, Set.of(), "reader", null);
            socket.sendBinary(ByteBuffer.wrap(FrameWriter.write(hello)), true);
            socket.request(1);
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            assembly.add(data, last).ifPresent(message -> {
                if (message instanceof Message.Snapshot snapshot) {
                    snapshot.params().forEach(param -> params.put(param.address(), stored(param)));
                    complete.complete(true);
                }
            });
            socket.request(1);
            return null;
        }
    }

    private static Param stored(ParamState param) {
        return new Param(
                param.address(),
                param.value().json(),
                param.revision(),
                String.valueOf(param.writer()),
                param.timestampMicros());
    }

    @Test
    void toldToStopItTakesASnapshotAndLeavesOneFile() throws Exception {
        Path file = folder.resolve("session.db");
        Process process = serve("--listen", "127.0.0.1:0", "--http", "127.0.0.1:0", "--journal", file.toString());
        BufferedReader lines = process.inputReader();
        assertThat(lines.readLine()).startsWith("ws://127.0.0.1:");
        String http = lines.readLine();
        assertThat(http).startsWith("http://127.0.0.1:");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(http + "/api/journal/latest"))
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .isEqualTo("{\"seq\":0}");
        }

        process.destroy();

        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("stderr")).content().endsWith("Stopping.\n");
        assertThat(folder).isDirectoryNotContaining("glob:**-wal");
    }

    @Test
    void whatIsGivenUpWhenItIsToldToStopIsInTheLog() throws Exception {
        Process process = serve("--listen", "127.0.0.1:0", "--memory", "10");
        try (var client = new ClaspClient(process.inputReader().readLine(), null)) {
            Message.Set set = new Message.Set("/a", WireValue.Int.of(1), null, false, false, null);
            long later = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now().plusSeconds(3_600));
            client.send(new Message.Bundle(later, List.of(set)));
            client.send(new Message.Ping());
            client.await(Message.Pong.class);

            process.destroy();

            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(folder.resolve("stderr"))
                .content()
                .contains("Stopping.\n", "Bundles whose time had not come were given up: 1.");
    }

    /// The log that a router of CLASP left, which has all of its journal.
    /// As when another program's router writes to the same file.
    @Test
    void aRouterThatEndsByItselfEndsTheCommandWithASentence() throws Exception {
        Path file = folder.resolve("session.db");
        Process process = serve("--listen", "127.0.0.1:0", "--journal", file.toString());
        try (var client = new ClaspClient(process.inputReader().readLine(), null)) {
            client.set("/a", 1);
            ForeignWriter.set(file, "/a", "5", 2);
            client.send(new Message.Set("/a", WireValue.Int.of(2), null, false, false, null));
            assertThat(client.await(Message.Error.class).message())
                    .contains("Another program has written to “session.db”");
        }

        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("stderr")))
                .contains("The router ended by itself: Another program has written to “session.db”");
    }

    @Test
    void aDamagedLogIsKeptBesideTheJournalAndTheRouterRuns() throws Exception {
        Path file = SharedJournals.copy("unclean-stop/live.db", folder);
        Path log = SharedJournals.copy("unclean-stop/live.db-wal", folder);
        byte[] damaged = Files.readAllBytes(log);
        damaged[17] ^= 1;
        Files.write(log, damaged);

        Process process = serve("--listen", "127.0.0.1:0", "--journal", file.toString());
        try (var client = new ClaspClient(process.inputReader().readLine(), null)) {
            assertThat(client.set("/again", 1).revision()).isEqualTo(1);
        }
        assertThat(folder.resolve("stderr"))
                .content()
                .contains("live.db is damaged. Before anything is written", " are copied as they are (")
                .contains("header of the -wal file is damaged", "“live-damaged-log.db”", "The router is running");
        assertThat(folder.resolve("live-damaged-log.db-wal")).hasBinaryContent(damaged);
    }

    @Test
    void strategiesAndLimitsHoldAsGiven() throws Exception {
        Process process =
                serve("--listen", "127.0.0.1:0", "--memory", "100", "--strategy", "/mix/**=max", "--max-sessions", "1");
        String url = process.inputReader().readLine();
        try (var client = new ClaspClient(url, null)) {
            assertThat(client.set("/mix/a", 5).revision()).isEqualTo(1);
            client.send(new Message.Set("/mix/a", WireValue.Int.of(4), null, false, false, null));
            assertThat(client.await(Message.Error.class).message()).contains("takes precedence");
            client.set("/other", 5);
            assertThat(client.set("/other", 4).revision()).isEqualTo(2);
            assertThatThrownBy(() -> new ClaspClient(url, null)).rootCause().hasMessageContaining("503");
        }
    }

    /// A process whose files may not grow beyond a size: what it is told is what a full disk tells, more or less.
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aFullDiskIsToldToTheWriterAndTheLogAndWhatWasAcknowledgedStays() throws Exception {
        Path file = folder.resolve("session.db");
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 20000; exec \"$@\"", "sh"));
        command.addAll(serveCommand("--listen", "127.0.0.1:0", "--journal", file.toString()));
        Process process = start(command);
        String large = "x".repeat(60_000);
        long acknowledged = 0;
        String refusal = "";
        try (var client = new ClaspClient(process.inputReader().readLine(), null)) {
            for (int i = 0; i < 2_000 && refusal.isEmpty(); i++) {
                client.send(new Message.Set("/a", new WireValue.Text(large + i), null, false, false, null));
                switch (client.await(Message.class)) {
                    case Message.Ack ack -> acknowledged = ack.revision();
                    case Message.Error error -> refusal = error.message();
                    default -> {}
                }
            }
            client.send(new Message.Get("/a"));
            assertThat(client.await(Message.Snapshot.class).params().getFirst().revision())
                    .isEqualTo(acknowledged);
        }
        assertThat(refusal).startsWith("The journal did not take it, so it has no effect.");
        process.destroy();
        process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(folder.resolve("stderr")).content().contains("The journal did not take 1 entries");
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            assertThat(journal.state().latestSeq()).isGreaterThan(50).isEqualTo(acknowledged);
        }
    }

    private static String complaint(Object... arguments) {
        Session session = Session.withoutFiles();
        assertThat(session.run(arguments)).isNotEqualTo(ExitStatus.OK);
        return session.err();
    }

    @Test
    void whatMakesNoSenseIsSaidInASentence() {
        assertThat(complaint("serve", "--memory", "10", "--listen", "0.0.0.0:0"))
                .isEqualTo("On 0.0.0.0:0 anyone in the network could connect: set a token, or listen on 127.0.0.1.\n");
        assertThat(complaint("serve", "--memory", "0")).startsWith("--memory must be at least 1.");
        assertThat(complaint("serve", "--memory", "10", "--listen", "7330"))
                .contains("'7330' is no address with a port, as in 127.0.0.1:7330");
        assertThat(complaint("serve", "--memory", "10", "--strategy", "/mix/**"))
                .contains("'/mix/**' is no pattern with a strategy, as in /mix/**=max");
        assertThat(complaint("serve", "--memory", "10", "--strategy", "/mix/**=best"))
                .contains("there is no strategy 'best', only lww, max, min, lock and merge");
        assertThat(complaint("serve", "--memory", "10", "--max-rate", "0")).startsWith("A limit must be at least 1.");
        assertThat(complaint("serve")).contains("--journal").contains("--memory");
        assertThat(complaint("serve", "--memory", "10", "--token", " "))
                .startsWith("The token is empty: anyone could show that.");
    }
}
