package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.JavaCommand;
import java.io.DataOutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A second start gives its files to the window that is there.
class HandoverTest {
    @TempDir
    private Path folder;

    private HandoverPlace place;
    private final BlockingQueue<Invocation.Window> taken = new LinkedBlockingQueue<>();

    @BeforeEach
    void makeAPrivateFolder() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        place = find(Map.of("XDG_RUNTIME_DIR", folder.toString()));
    }

    @Test
    void filesArriveWithTheirWholeNames() throws Exception {
        try (var window = listening(taken::add)) {
            assertThat(window).isNotNull();
            assertThat(given(List.of(Path.of("a b.db"), Path.of("/tmp/ü/c#%?.db"))))
                    .isTrue();
            assertThat(Objects.requireNonNull(taken.poll(10, TimeUnit.SECONDS)).files())
                    .containsExactly(Path.of("a b.db").toAbsolutePath(), Path.of("/tmp/ü/c#%?.db"));
            assertThat(given(List.of())).isTrue();
            assertThat(Objects.requireNonNull(taken.poll(10, TimeUnit.SECONDS)).files())
                    .isEmpty();
        }
    }

    @Test
    void withoutAWindowNobodyTakesThem() throws Exception {
        assertThat(given(List.of(Path.of("a.db")))).isFalse();
        listening(taken::add).close();
        assertThat(given(List.of(Path.of("a.db")))).isFalse();
        assertThat(folder).isDirectoryNotContaining("glob:**.sock");
    }

    @Test
    void aStartThatComesWhileAnotherOneBeginsWaitsForItsWindow() throws Exception {
        var wish = new Invocation.Window(List.of(Path.of("/a.db")), false);
        try (Handover first = claimed(Handover.begin(place, new Invocation.Window(List.of(), false)))) {
            CompletableFuture<Handover.Start> second = begun(wish);
            assertThat(second).isNotDone();
            first.serve(taken::add);
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(new Handover.Start.Given());
            assertThat(taken).containsExactly(wish);
        }
    }

    /// What the first one remembers is written by then.
    @Test
    void aStartThatComesWhileAnotherOneEndsWaitsForItsEnd() throws Exception {
        Handover first = claimed(Handover.begin(place, new Invocation.Window(List.of(), false)));
        first.serve(taken::add);
        first.end();
        CompletableFuture<Handover.Start> second = begun(new Invocation.Window(List.of(Path.of("/a.db")), false));
        assertThat(second).isNotDone();
        first.close();
        claimed(second.get(10, TimeUnit.SECONDS)).close();
        assertThat(taken).isEmpty();
    }

    private CompletableFuture<Handover.Start> begun(Invocation.Window wanted) {
        var start = new CompletableFuture<Handover.Start>();
        Thread.ofVirtual().start(() -> {
            try {
                start.complete(Handover.begin(place, wanted));
            } catch (InterruptedException e) {
                start.completeExceptionally(e);
            }
        });
        return start;
    }

    private static Handover claimed(Handover.Start start) {
        assertThat(start).isInstanceOf(Handover.Start.Claimed.class);
        return ((Handover.Start.Claimed) start).handover();
    }

    /// So that a start that comes while the program ends shows its files itself.
    @Test
    void aProgramThatDoesNotShowThemSaysSo() throws Exception {
        try (var window = listening(files -> false)) {
            assertThat(window).isNotNull();
            assertThat(given(List.of(Path.of("a.db")))).isFalse();
        }
    }

    /// Or else each start would ask it again and again, and wait until it has no more patience.
    @Test
    void aMistakeWhileTheyAreOpenedIsToldWhereItIsMadeAndAskedForOnce() throws Exception {
        var told = new CompletableFuture<Throwable>();
        var mistake = new IllegalStateException("a mistake");
        var before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> told.complete(failure));
        try (var window = listening(files -> {
            taken.add(files);
            throw mistake;
        })) {
            assertThat(window).isNotNull();
            var wish = new Invocation.Window(List.of(Path.of("/a.db")), false);
            assertThat(begun(wish).get(60, TimeUnit.SECONDS)).isEqualTo(new Handover.Start.Given());
            assertThat(taken).containsExactly(wish);
            assertThat(told.get(10, TimeUnit.SECONDS)).isSameAs(mistake);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void theSocketOfAWindowThatWasKilledIsReplaced() throws Exception {
        try (var left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            left.bind(UnixDomainSocketAddress.of(place.socket()));
        }
        assertThat(place.socket()).exists();
        assertThat(given(List.of(Path.of("a.db")))).isFalse();
        try (var window = listening(taken::add)) {
            assertThat(window).isNotNull();
            assertThat(given(List.of(Path.of("a.db")))).isTrue();
        }
    }

    @Test
    void oneWindowListensAndTheOthersDoNot() throws Exception {
        try (var window = listening(taken::add)) {
            assertThat(window).isNotNull();
            assertThat(Handover.claim(place)).isEmpty();
            assertThat(given(List.of(Path.of("a.db")))).isTrue();
        }
    }

    @Test
    void othersWordsAreNotTaken() throws Exception {
        try (var window = listening(taken::add)) {
            assertThat(window).isNotNull();
            for (byte[] word : List.of(
                    "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8),
                    new byte[0],
                    new byte[] {0x43, 0x4C, 0x4A, 0x42, 0x7F, 0, 0, 0},
                    new byte[] {0x43, 0x4C, 0x4A, 0x42, 0, 0, 0, 1, 0, 1, 0})) {
                try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(place.socket()))) {
                    new DataOutputStream(Channels.newOutputStream(channel)).write(word);
                }
            }
            assertThat(given(List.of(Path.of("a.db")))).isTrue();
            assertThat(Objects.requireNonNull(taken.poll(10, TimeUnit.SECONDS)).files())
                    .containsExactly(Path.of("a.db").toAbsolutePath());
            assertThat(taken).isEmpty();
        }
    }

    @Test
    void whoeverSaysNothingKeepsNobodyWaiting() throws Exception {
        try (var window = listening(taken::add);
                var silent = SocketChannel.open(UnixDomainSocketAddress.of(place.socket()))) {
            assertThat(window).isNotNull();
            assertThat(given(List.of(Path.of("a.db")))).isTrue();
            assertThat(Objects.requireNonNull(taken.poll(10, TimeUnit.SECONDS)).files())
                    .containsExactly(Path.of("a.db").toAbsolutePath());
            assertThat(silent.read(ByteBuffer.allocate(1)))
                    .as("the silent one is sent away")
                    .isEqualTo(-1);
        }
    }

    @Test
    void aMessageOfAnySizeIsNotReadToItsEnd() throws Exception {
        try (var window = listening(taken::add)) {
            assertThat(window).isNotNull();
            String longName = "/" + "x".repeat(60_000);
            assertThat(given(Collections.nCopies(100, Path.of(longName)))).isFalse();
            assertThat(taken).isEmpty();
        }
    }

    @Test
    void aFolderThatOthersCanEnterIsNotUsed() throws Exception {
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(HandoverPlace.find(Map.of("XDG_RUNTIME_DIR", open.toString()), folder, "me"))
                .isEmpty();
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
        assertThat(HandoverPlace.find(Map.of("XDG_RUNTIME_DIR", link.toString()), folder, "me"))
                .isEmpty();
        HandoverPlace own = find(Map.of());
        assertThat(own.socket().getParent()).isEqualTo(folder.resolve("clasp-journal-browser-me"));
        assertThat(Files.getPosixFilePermissions(own.socket().getParent()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void theStartThatHandsOverLoadsNothingOfJavaFx() throws Exception {
        try (var window = listening(taken::add)) {
            assertThat(window).isNotNull();
            List<String> command = JavaCommand.of(
                    Main.class, List.of("-Xlog:class+load:file=" + folder.resolve("classes.txt")), "session.db");
            var builder = new ProcessBuilder(command).inheritIO();
            builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
            Process start = builder.start();
            assertThat(start.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(start.exitValue()).isZero();
            assertThat(Objects.requireNonNull(taken.poll(10, TimeUnit.SECONDS)).files())
                    .containsExactly(Path.of("session.db").toAbsolutePath());
            assertThat(Files.readString(folder.resolve("classes.txt")))
                    .contains("clasp.journal.app.Handover")
                    .doesNotContain("javafx.")
                    .doesNotContain("org.sqlite.");
        }
    }

    @Test
    void theWishForAWindowOfItsOwnArrives() throws Exception {
        try (var window = listening(taken::add)) {
            assertThat(window).isNotNull();
            var wish = new Invocation.Window(List.of(Path.of("/a.db")), true);
            assertThat(Handover.give(place, wish)).isTrue();
            assertThat(Objects.requireNonNull(taken.poll(10, TimeUnit.SECONDS))).isEqualTo(wish);
        }
    }

    private Handover listening(Predicate<Invocation.Window> taker) throws Exception {
        Handover window = Handover.claim(place).orElseThrow();
        window.serve(taker);
        return window;
    }

    private boolean given(List<Path> files) {
        return Handover.give(place, new Invocation.Window(files, false));
    }

    private HandoverPlace find(Map<String, String> environment) {
        return HandoverPlace.find(environment, folder, "me").orElseThrow();
    }
}
