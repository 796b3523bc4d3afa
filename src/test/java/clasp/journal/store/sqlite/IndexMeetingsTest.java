package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Query;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import clasp.journal.store.SeqBitmap;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JournalFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Seqs that several indexes list, read from the pages of the file.
class IndexMeetingsTest {
    private static final List<String> TEXTS =
            List.of("/lumen/1", "/lumen/10", "/lumen/2", "/lumen/ü", "/lumen/𝄞", "/audio", "/z", "");
    private static final List<String> QUERIES = List.of(
            "/lumen/** type:event",
            "/lumen/1 type:event,stream",
            "/lumen/1? type:param",
            "!/lumen/** type:event",
            "/lumen/ü type:param,event",
            "/nowhere/** type:event",
            "/lumen/** type:nothing");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} pages at once")
    @ValueSource(ints = {1, 2, 3, 256})
    void areThoseThatBruteForceFinds(int atOnce) {
        List<Entry> entries = entries(30_000, new Random(atOnce));
        Path file = JournalFiles.write(folder.resolve("journal.db"), entries);
        try (SqliteSource source = source(file)) {
            for (String query : QUERIES) {
                for (SeqRange within : List.of(SeqRange.ALL, new SeqRange(-50, 20_000), new SeqRange(777, 777))) {
                    assertThat(seqs(find(source, query, within, atOnce).orElseThrow()))
                            .as("%s within %s", query, within)
                            .isEqualTo(expected(entries, query, within));
                }
            }
        }
    }

    @Test
    void areFoundWhereSeqsAreAsLowAndAsHighAsTheyCanBe() {
        List<Entry> entries = LongStream.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, -1, 0, 1, 2, 1L << 40, Long.MAX_VALUE)
                .mapToObj(seq -> Entries.publish("/lumen/1", "event", "1").withSeq(seq))
                .toList();
        Path file = JournalFiles.write(folder.resolve("journal.db"), entries);
        try (SqliteSource source = source(file)) {
            assertThat(seqs(find(source, "/lumen/1 type:event", SeqRange.ALL, 1).orElseThrow()))
                    .isEqualTo(expected(entries, "/lumen/1 type:event", SeqRange.ALL));
        }
    }

    @Test
    void areAskedOfSqliteWhereAnAddressDoesNotFitIntoItsPage() {
        String address = "/lumen/" + "long".repeat(500);
        Path file = JournalFiles.write(
                folder.resolve("journal.db"),
                List.of(Entries.publish(address, "event", "1").withSeq(1)));
        try (SqliteSource source = source(file)) {
            assertThat(find(source, "/lumen/** type:event", SeqRange.ALL, 256)).isEmpty();
        }
    }

    @Test
    void areAskedOfSqliteWhileSomebodyWrites() throws Exception {
        Path file = JournalFiles.write(folder.resolve("journal.db"), entries(100, new Random(1)));
        try (ChildProcess writer = ChildProcess.start("append", file)) {
            writer.step();
            try (SqliteSource source = source(file)) {
                assertThat(find(source, "/lumen/** type:event", SeqRange.ALL, 256))
                        .isEmpty();
            }
        }
    }

    /// Whatever stands in the pages: an answer or none, after a while.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void comeToAnEndInADamagedIndex(long seed) throws IOException {
        Random random = new Random(seed);
        Path file = JournalFiles.write(folder.resolve("journal.db"), entries(20_000, random));
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < 3_000; i++) {
            // Not the first pages: SQLite would not open it.
            int at = 4 * 4_096 + random.nextInt(bytes.length - 4 * 4_096);
            bytes[at] = (byte) random.nextInt();
        }
        try (PageFile pages = damaged(bytes)) {
            for (int root = 2; root < bytes.length / 4_096; root++) {
                IndexStretch stretch = new IndexStretch(new IndexStretch.Key("", 0), new IndexStretch.Key("~", 0));
                try {
                    assertThat(new IndexTree(pages).find(root, stretch, 64).runs())
                            .hasSizeLessThan(80);
                } catch (IOException | IndexOutOfBoundsException refused) {
                    assertThat(refused.getMessage()).isNotBlank();
                }
            }
        }
    }

    private PageFile damaged(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("damaged.db"), bytes);
        return PageFile.open(JournalFile.existing(file), WalPages.none());
    }

    private static List<Entry> entries(int count, Random random) {
        return LongStream.range(0, count)
                .mapToObj(i -> {
                    String address = TEXTS.get(random.nextInt(TEXTS.size()));
                    Entry entry =
                            random.nextInt(3) == 0 ? Entries.publish(address, "event", "1") : Entries.set(address, "1");
                    return entry.withSeq(2 * i - 100);
                })
                .toList();
    }

    private static SqliteSource source(Path file) {
        return new SqliteSource(JournalFile.existing(file), Progress.NONE, Cancellation.none());
    }

    private static Optional<SeqBitmap> find(SqliteSource source, String query, SeqRange within, int atOnce) {
        List<IndexedPart> parts = source.read(
                "find",
                Cancellation.none(),
                connection -> IndexedPart.of(connection, Query.parse(query).filter()));
        assertThat(parts).as(query).hasSize(2);
        return new IndexMeetings(source, atOnce).find(parts, within, Cancellation.none());
    }

    private static List<Long> expected(List<Entry> entries, String query, SeqRange within) {
        var filter = Query.parse(query).filter();
        return entries.stream()
                .filter(entry -> within.contains(entry.seq()) && filter.matches(entry))
                .map(Entry::seq)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    private static List<Long> seqs(SeqBitmap bitmap) {
        List<Long> seqs = new ArrayList<>();
        bitmap.forEach(seqs::add);
        return seqs;
    }
}
