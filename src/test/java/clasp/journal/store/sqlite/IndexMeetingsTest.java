package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Query;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.store.SeqBitmap;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JournalFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Seqs that several indexes list, read from the pages of the file.
class IndexMeetingsTest {
    private static final int PAGE = 4_096;
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
            int at = 4 * PAGE + random.nextInt(bytes.length - 4 * PAGE);
            bytes[at] = (byte) random.nextInt();
        }
        try (PageFile pages = damaged(bytes)) {
            for (int root = 2; root < bytes.length / PAGE; root++) {
                IndexStretch stretch = new IndexStretch(new IndexStretch.Key("", 0), new IndexStretch.Key("~", 0));
                try {
                    assertThat(new IndexTree(pages)
                                    .find(root, List.of(stretch), 64)
                                    .runs())
                            .hasSizeLessThan(80);
                } catch (IOException | IndexOutOfBoundsException refused) {
                    assertThat(refused.getMessage()).isNotBlank();
                }
            }
        }
    }

    /// The walk alone would leave out what stood in the leaf; SQLite notices.
    @Test
    void areAllFoundInTheTableWhereALeafOfTheIndexSaysThatItIsEmpty() throws IOException {
        List<Entry> entries = entries(30_000, new Random(5));
        Path file = JournalFiles.write(folder.resolve("journal.db"), entries);
        byte[] bytes = Files.readAllBytes(file);
        int emptied = 0;
        for (int at = 0; at < bytes.length; at += PAGE) {
            if (bytes[at] == IndexCell.LEAF && new String(bytes, at, PAGE, StandardCharsets.UTF_8).contains("event")) {
                bytes[at + 3] = 0;
                bytes[at + 4] = 0;
                emptied++;
                break;
            }
        }
        Files.write(file, bytes);

        assertThat(emptied).isOne();
        assertThat(pageOf(file, "/lumen/** type:event"))
                .isEqualTo(expected(entries, "/lumen/** type:event", SeqRange.ALL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lumen/** type:event", "/lumen/1 type:event,stream", "!/lumen/** type:event"})
    void leadToAllRowsOfAPage(String query) {
        List<Entry> entries = entries(30_000, new Random(6));
        Path file = JournalFiles.write(folder.resolve("journal.db"), entries);

        assertThat(pageOf(file, query)).isEqualTo(expected(entries, query, SeqRange.ALL));
    }

    /// With so little effort that the indexes are asked at once.
    private static List<Long> pageOf(Path file, String query) {
        try (SqliteSource source = source(file)) {
            var request = PageRequest.forward(Query.parse(query).filter(), Long.MIN_VALUE, 100_000);
            return new PageReader(source, new PageSearch.Effort(1, 0, 512))
                    .page(request, Cancellation.none()).stream()
                            .map(row -> row.entry().seq())
                            .toList();
        }
    }

    /// Every child of a page above the leaves is the same: without a look at what comes, the walk would go in a circle.
    @Test
    @Timeout(120)
    void areAskedOfSqliteWhereTheIndexGoesInACircle() throws IOException {
        Path file = JournalFiles.write(folder.resolve("journal.db"), entries(30_000, new Random(7)));
        byte[] bytes = Files.readAllBytes(file);
        int twisted = 0;
        for (int at = PAGE; at < bytes.length; at += PAGE) {
            if (bytes[at] == IndexCell.INTERIOR) {
                ByteBuffer page = ByteBuffer.wrap(bytes, at, PAGE).slice();
                int cells = page.getShort(3);
                int child = page.getInt(page.getShort(12));
                for (int i = 1; i < cells; i++) {
                    page.putInt(page.getShort(12 + 2 * i), child);
                }
                page.putInt(8, child);
                twisted++;
            }
        }
        Files.write(file, bytes);
        assertThat(twisted).isGreaterThanOrEqualTo(3);
        IndexedPart all = new IndexedPart(
                "\"" + indexOn(file, "address") + "\"",
                "address",
                null,
                SqlCondition.ALWAYS,
                List.of("/", "0"),
                TimeRange.ALL);
        try (SqliteSource source = source(file)) {
            for (int atOnce : new int[] {1, 2, 3, 5, 8}) {
                assertThat(new IndexMeetings(source, atOnce).find(List.of(all), SeqRange.ALL, Cancellation.none()))
                        .isEmpty();
            }
        }
    }

    private static String indexOn(Path file, String column) {
        try (SqliteSource source = source(file)) {
            return source.read(Attempt.to("store.tried.entries"), Cancellation.none(), connection -> {
                try (var rows = connection
                        .prepare(
                                "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql LIKE '%(" + column + ")%'")
                        .executeQuery()) {
                    return rows.getString(1);
                }
            });
        }
    }

    @Test
    void areNotLookedForAnyMoreOnceThatIsCancelled() {
        Path file = JournalFiles.write(folder.resolve("journal.db"), entries(1_000, new Random(8)));
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        try (SqliteSource source = source(file)) {
            List<IndexedPart> parts = source.read(
                    Attempt.to("store.tried.entries"),
                    Cancellation.none(),
                    connection -> IndexedPart.of(
                            connection, Query.parse("/lumen/** type:event").filter()));
            assertThatExceptionOfType(CancelledException.class)
                    .isThrownBy(() -> new IndexMeetings(source, 1).find(parts, SeqRange.ALL, cancelled));
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
                Attempt.to("store.tried.entries"),
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
