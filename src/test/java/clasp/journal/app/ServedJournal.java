package clasp.journal.app;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.query.Filter;
import clasp.journal.router.Router;
import clasp.journal.router.core.AccessToken;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.IntStream;

/// A router on free ports of this machine that wants a token and serves its journal. Used from the test's thread.
final class ServedJournal implements AutoCloseable {
    static final String TOKEN = "t0p-s3cret";

    /// In microseconds.
    static final long LONG_AGO = 1_708_500_000_000_000L;

    private final MemoryJournal journal = new MemoryJournal("served", 100_000, 1, InstantSource.system());
    private final Router router = Router.withJournal(journal)
            .withHttpOn(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .withToken(AccessToken.of(TOKEN))
            .start();

    /// In microseconds.
    static long now() {
        return InstantSource.system().millis() * 1_000;
    }

    void append(String address, String type, int entries, long micros) {
        journal.appendAll(IntStream.range(0, entries)
                .mapToObj(i ->
                        new Entry(0, micros + i, "desk", address + i, type, Integer.toString(i), i + 1L, MsgType.SET))
                .toList());
    }

    /// Where its journal is read, as it is typed.
    String httpAddress() {
        return "127.0.0.1:" + router.httpAddress().orElseThrow().getPort();
    }

    /// Where clients connect, as it is typed.
    String address() {
        return "127.0.0.1:" + router.address().getPort();
    }

    String url() {
        return "ws://" + address();
    }

    /// Where nobody listens.
    static String nobody() {
        try (var nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + nobody.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How many are in the journal of a file.
    static long entriesIn(Path file) {
        try (JournalReader written = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            return written.count(Filter.ALL, Progress.NONE, Cancellation.none());
        }
    }

    @Override
    public void close() {
        router.close();
    }
}
