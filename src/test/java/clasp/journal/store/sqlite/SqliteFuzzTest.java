package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.Entries;
import clasp.journal.testing.Fuzz;
import clasp.journal.testing.Limit;
import clasp.journal.testing.ReadingPaths;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database and its log with changes at any place are read in every way, or refused with a sentence, within a minute;
/// and stay as they are.
class SqliteFuzzTest {
    private static final int USUALLY = 25;
    private static final int PAGE = 4_096;
    private static final int[] NUMBERS = {0, 1, 5, 13, 0x7f, 0x80, 0xff, 0xffff, Integer.MAX_VALUE, -1};

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom(Fuzz.seed());

    @Test
    void anyChangeOfADatabaseAndItsLogGivesAResultOrASentence() throws Exception {
        List<byte[]> sound =
                write(Files.createDirectory(folder.resolve("sound")).resolve("written.db"));
        int[] readInAllWays = {0};
        long rounds = Fuzz.rounds(USUALLY, () -> {
            int spoilt = random.nextInt(3);
            byte[] database = spoilt == 1 ? sound.get(0) : changed(sound.get(0));
            byte[] log = spoilt == 0 ? sound.get(1) : changed(sound.get(1));
            readInAllWays[0] += read(database, log) == ReadingPaths.count() ? 1 : 0;
        });
        assertThat(readInAllWays[0]).as("hardly touched").isLessThan((int) rounds);
    }

    /// The database and its log, as a writer that was killed leaves them.
    private static List<byte[]> write(Path file) throws IOException {
        try (SqliteJournal journal = new SqliteJournals().create(file, null)) {
            journal.appendAll(IntStream.range(0, 1_000)
                    .mapToObj(i -> Entries.set("/a/" + i % 9, "[" + i + ",\"" + "x".repeat(i % 50) + "\"]"))
                    .toList());
            journal.snapshot(List.of());
        }
        try (SqliteJournal journal = new SqliteJournals().openForWriting(file, null)) {
            for (int i = 0; i < 30; i++) {
                journal.append(Entries.publish("/late/" + i % 7, "event", "\"" + "y".repeat(i * 40) + "\""));
            }
            return List.of(
                    Files.readAllBytes(file), Files.readAllBytes(file.resolveSibling(file.getFileName() + "-wal")));
        }
    }

    private int read(byte[] database, byte[] log) throws IOException {
        Path file = Files.write(folder.resolve("spoilt.db"), database);
        Path beside = Files.write(folder.resolve("spoilt.db-wal"), log);
        int read = Limit.of(Duration.ofMinutes(1), () -> ReadingPaths.tryAll(file));
        Limit.of(Duration.ofMinutes(1), () -> ReadingPaths.tryLeft(file));
        assertThat(Files.readAllBytes(file)).isEqualTo(database);
        assertThat(Files.readAllBytes(beside)).isEqualTo(log);
        try (var all = Files.list(folder)) {
            assertThat(all).hasSize(3);
        }
        return read;
    }

    private byte[] changed(byte[] sound) {
        byte[] bytes = sound.clone();
        for (int change = 1 + random.nextInt(8); change > 0; change--) {
            int at = random.nextInt(bytes.length - 4);
            // What steers a reader stands at the beginning of pages.
            int head = at / PAGE * PAGE + random.nextInt(Math.min(120, bytes.length - 4 - at / PAGE * PAGE));
            switch (random.nextInt(7)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[head] ^= (byte) (1 << random.nextInt(8));
                case 2 -> ByteBuffer.wrap(bytes).putInt(head, NUMBERS[random.nextInt(NUMBERS.length)]);
                case 3 -> ByteBuffer.wrap(bytes).putShort(head, (short) NUMBERS[random.nextInt(NUMBERS.length)]);
                case 4 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + random.nextInt(2 * PAGE)), (byte) 0);
                case 5 -> copyPage(bytes);
                default -> bytes = random.nextInt(3) == 0 ? Arrays.copyOf(bytes, Math.max(100, at)) : bytes;
            }
        }
        return bytes;
    }

    private void copyPage(byte[] bytes) {
        int pages = bytes.length / PAGE;
        if (pages > 1) {
            System.arraycopy(bytes, random.nextInt(pages) * PAGE, bytes, random.nextInt(pages) * PAGE, PAGE);
        }
    }
}
