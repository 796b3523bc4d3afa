package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.LogDamage;
import clasp.journal.store.LogReport;
import clasp.journal.store.OriginalFile;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JournalRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A journal whose writer was killed, and whose database has then lost its end: what the rest and the log hold together
/// is shown.
class CutOffWithLogTest {
    private static final int IN_DATABASE = 4_000;
    private static final int IN_LOG = 300;
    private static final int PAGE = 4_096;

    @TempDir
    Path folder;

    private byte[] database = {};
    private byte[] log = {};
    private List<Entry> all = List.of();

    @BeforeEach
    void write() throws Exception {
        Path written = folder.resolve("written.db");
        try (SqliteJournal journal = new SqliteJournals().create(written, null)) {
            journal.appendAll(IntStream.range(0, IN_DATABASE)
                    .mapToObj(i -> Entries.set("/scene/" + i % 90, "[" + i + "]"))
                    .toList());
        }
        try (SqliteJournal journal = new SqliteJournals().openForWriting(written, null)) {
            for (int i = 0; i < IN_LOG; i++) {
                journal.append(Entries.set("/late/" + i % 7, "\"" + "x".repeat(i) + "\""));
            }
            database = Files.readAllBytes(written);
            log = Files.readAllBytes(written.resolveSibling("written.db-wal"));
            all = JournalRows.entries(written);
        }
    }

    @Test
    void whatTheRestAndTheLogHoldIsShown() throws Exception {
        long before = 0;
        for (int percent : new int[] {5, 30, 60, 90}) {
            try (JournalReader journal = open(database.length * percent / 100)) {
                assertThat(journal.info().notes()).hasSize(2).last().asString().contains("cut off", "lost");
                assertThat(journal.info().incomplete()).isTrue();
                List<Entry> found = entries(journal);
                assertThat(all).containsAll(found);
                assertThat(found.size()).isGreaterThan((int) before);
                assertThat(found).as("the newest, which are in the log").endsWith(all.getLast());
                assertThat(found.stream().filter(entry -> entry.address().startsWith("/late/")))
                        .hasSizeGreaterThan(IN_LOG * 9 / 10);
                before = found.size();
            }
        }
        assertThat(before).isGreaterThan(IN_DATABASE * 8 / 10);
    }

    @Test
    void anEndThatIsWholeInTheLogIsNotMissed() throws Exception {
        int left = database.length;
        Path asLeft = Files.write(folder.resolve("left.db-wal"), log);
        try (WalPages pages = WalPages.open(asLeft, Cancellation.none())) {
            while (pages.numbers().contains((long) (left / PAGE))) {
                left -= PAGE;
            }
        }
        assertThat(left).as("the log holds the last page").isLessThan(database.length);

        try (JournalReader journal = open(left)) {
            assertThat(journal.info().notes()).singleElement().asString().contains("did not close");
            assertThat(entries(journal)).isEqualTo(all);
        }
    }

    @Test
    void theOriginalsStayAsTheyWere() throws Exception {
        int left = database.length / 2;
        try (JournalReader journal = open(left)) {
            assertThat(entries(journal)).isNotEmpty();
        }
        assertThat(folder.resolve("cut.db")).hasBinaryContent(Arrays.copyOf(database, left));
        assertThat(folder.resolve("cut.db-wal")).hasBinaryContent(log);
        assertThat(folder.resolve("cut.db-shm")).doesNotExist();
    }

    @Test
    void theHashesOfTheOriginalsAndWhatTheLogHeldAreTold() throws Exception {
        try (JournalReader journal = open(database.length / 2)) {
            List<OriginalFile> originals = journal.originals();
            assertThat(originals)
                    .extracting(each -> each.file().getFileName().toString())
                    .containsExactly("cut.db", "cut.db-wal", "cut.db-shm");
            assertThat(originals)
                    .allSatisfy(each -> assertThat(each.untouched(OriginalFile.of(each.file(), Cancellation.none())))
                            .isTrue());
            assertThat(originals.get(1).sha256()).isEqualTo(sha256(log));
            LogReport report = journal.log(Cancellation.none()).orElseThrow();
            assertThat(report.frames()).isPositive();
            // The page that the log goes on with is in it too, and its place in the database is cut off.
            SeqRange newest = report.onlyInLog().getLast();
            assertThat(newest.first()).isBetween(IN_DATABASE - 99L, IN_DATABASE + 1L);
            assertThat(newest.last()).isEqualTo(IN_DATABASE + IN_LOG);
            assertThat(report.entriesOnlyInLog()).isLessThan(IN_LOG + 100L);
            assertThat(report.damage()).isEqualTo(LogDamage.NONE);
        }
    }

    @Test
    void theHashOfAnOriginalWithoutALogIsToldToo() throws Exception {
        byte[] half = Arrays.copyOf(database, database.length / 2);
        Path file = Files.write(folder.resolve("alone.db"), half);
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            assertThat(journal.info().incomplete()).isTrue();
            assertThat(journal.originals().getFirst().sha256()).isEqualTo(sha256(half));
            assertThat(journal.log(Cancellation.none()).map(LogReport::frames).orElse(0L))
                    .isZero();
        }
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private JournalReader open(int bytes) throws Exception {
        Path file = Files.write(folder.resolve("cut.db"), Arrays.copyOf(database, bytes));
        Files.write(folder.resolve("cut.db-wal"), log);
        return new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
    }

    private static List<Entry> entries(JournalReader journal) {
        List<Entry> found = new ArrayList<>();
        journal.scan(Filter.ALL, SeqRange.ALL, found::add, Cancellation.none());
        return found;
    }
}
