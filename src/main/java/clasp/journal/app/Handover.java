package clasp.journal.app;

import clasp.journal.store.FileRights;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channel;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Files go to the program that runs already. A start gives them to it over a socket and ends; nothing of JavaFX is
/// loaded for that. Thread-safe.
final class Handover implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Handover.class.getName());
    private static final int MAGIC = 0x434C4A42;
    private static final int MOST_FILES = 1_000;

    /// Of all names together.
    private static final int MOST_CHARACTERS = 1_000_000;

    /// With words that are slow to come.
    private static final long PATIENCE_MILLIS = 3_000;

    /// With a program that has been asked to show the files.
    private static final long ANSWER_MILLIS = 10_000;

    private final HandoverPlace place;
    private final FileChannel lockFile;
    private final ServerSocketChannel socket;
    private final CompletableFuture<Predicate<Invocation.Window>> taken = new CompletableFuture<>();

    private Handover(HandoverPlace place, FileChannel lockFile, ServerSocketChannel socket) {
        this.place = place;
        this.lockFile = lockFile;
        this.socket = socket;
    }

    /// How a start goes on.
    sealed interface Start {
        /// Another program shows the files.
        record Given() implements Start {}

        /// This is the program that others give theirs to.
        record Claimed(Handover handover) implements Start {}

        /// There is no hand-over.
        ///
        /// @param beside whether another program runs that does not answer
        record Alone(boolean beside) implements Start {}
    }

    /// Gives the files to the program that runs already, or becomes it. One that begins or ends is waited for: two at
    /// once would each write over what the other remembers.
    static Start begin(HandoverPlace place, Invocation.Window wanted) throws InterruptedException {
        long patience = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ANSWER_MILLIS);
        try {
            do {
                if (give(place, wanted)) {
                    return new Start.Given();
                }
                Optional<Handover> claimed = claim(place);
                if (claimed.isPresent()) {
                    return new Start.Claimed(claimed.get());
                }
                Thread.sleep(20);
            } while (wanted.files().size() <= MOST_FILES && System.nanoTime() - patience < 0);
            return new Start.Alone(true);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Later starts will have windows of their own.", e);
            return new Start.Alone(false);
        }
    }

    /// Gives the files (none: only the wish to see the window) to the program that runs already.
    ///
    /// @return whether there is one that took them
    static boolean give(HandoverPlace place, Invocation.Window wanted) {
        if (Files.notExists(place.socket()) || wanted.files().size() > MOST_FILES) {
            return false;
        }
        var answer = new CompletableFuture<Boolean>();
        Thread.ofVirtual().start(() -> answer.complete(given(place, wanted)));
        try {
            return answer.get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean given(HandoverPlace place, Invocation.Window wanted) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(place.socket()))) {
            var out = new DataOutputStream(Channels.newOutputStream(channel));
            out.writeInt(MAGIC);
            out.writeInt(wanted.files().size());
            for (Path file : wanted.files()) {
                out.writeUTF(file.toAbsolutePath().toString());
            }
            out.writeBoolean(wanted.alone());
            out.flush();
            return new DataInputStream(Channels.newInputStream(channel)).readBoolean();
        } catch (IOException e) {
            // Left behind by a window that was killed, or its end was faster.
            return false;
        }
    }

    /// Becomes the program that later starts give their files to. They wait for their answer until [#serve] is called.
    ///
    /// @return empty when another program is that
    /// @throws IOException when the place cannot be used
    static Optional<Handover> claim(HandoverPlace place) throws IOException {
        @Nullable FileChannel lockFile = null;
        try {
            lockFile = FileChannel.open(place.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileRights.makeOwn(place.lock());
            FileLock lock = lockFile.tryLock();
            if (lock == null) {
                lockFile.close();
                return Optional.empty();
            }
            Files.deleteIfExists(place.socket());
            ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            socket.bind(UnixDomainSocketAddress.of(place.socket()));
            FileRights.makeOwn(place.socket());
            var handover = new Handover(place, lockFile, socket);
            Thread.ofPlatform().daemon().name("handover").start(handover::accept);
            return Optional.of(handover);
        } catch (OverlappingFileLockException e) {
            close(lockFile);
            return Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            close(lockFile);
            throw e instanceof IOException known ? known : new IOException(e);
        }
    }

    /// Takes files from now on.
    ///
    /// @param taker gets them, on a thread of its own, and says whether the user sees them now; what it throws
    ///     is told as a mistake of this program, and not tried again
    void serve(Predicate<Invocation.Window> taker) {
        taken.complete(taker);
    }

    private void accept() {
        while (socket.isOpen()) {
            try {
                SocketChannel channel = socket.accept();
                // Whoever says nothing, or says it slowly, keeps nobody else waiting.
                Thread.ofVirtual().start(() -> serve(channel));
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "No start was waited for.", e);
            }
        }
    }

    private void serve(SocketChannel channel) {
        long came = System.nanoTime();
        var slow = CompletableFuture.runAsync(
                () -> close(channel), CompletableFuture.delayedExecutor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
        try (channel) {
            Invocation.Window wanted = read(new DataInputStream(Channels.newInputStream(channel)));
            slow.cancel(false);
            Predicate<Invocation.Window> taker = taken.join();
            // Whoever came before that shows its files itself by now.
            boolean inTime = System.nanoTime() - came < TimeUnit.MILLISECONDS.toNanos(ANSWER_MILLIS);
            new DataOutputStream(Channels.newOutputStream(channel)).writeBoolean(inTime && shown(taker, wanted));
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "A start did not hand over its files.", e);
        }
    }

    /// Asked again, a mistake would be made again: it is told here, where the files were to be seen.
    private static boolean shown(Predicate<Invocation.Window> taker, Invocation.Window wanted) {
        try {
            return taker.test(wanted);
        } catch (RuntimeException mistake) {
            Thread here = Thread.currentThread();
            here.getUncaughtExceptionHandler().uncaughtException(here, mistake);
            return true;
        }
    }

    private static Invocation.Window read(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("This is not the program's own word.");
        }
        int count = in.readInt();
        if (count < 0 || count > MOST_FILES) {
            throw new IOException("Too many files: " + count);
        }
        List<Path> files = new ArrayList<>();
        int characters = 0;
        for (int i = 0; i < count; i++) {
            String file = in.readUTF();
            characters += file.length();
            if (characters > MOST_CHARACTERS) {
                throw new IOException("The names of the files are too long.");
            }
            files.add(Path.of(file));
        }
        return new Invocation.Window(files, in.readBoolean());
    }

    /// Takes no more files. Later starts wait for the end of this program, so that what it remembers is written by
    /// then.
    void end() {
        try {
            socket.close();
            Files.deleteIfExists(place.socket());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The socket for later starts was not taken away.", e);
        }
        taken.complete(wanted -> false);
    }

    /// Lets another program have the place.
    @Override
    public void close() {
        // Another one may have it since it was let go.
        if (lockFile.isOpen()) {
            end();
            close(lockFile);
        }
    }

    private static void close(@Nullable Channel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "A channel for later starts was not closed.", e);
        }
    }
}
