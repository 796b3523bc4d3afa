package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.Entry;
import clasp.journal.model.Hmacs;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Damage;
import clasp.journal.store.Direction;
import clasp.journal.store.HmacReport;
import clasp.journal.store.JournalReader;
import clasp.journal.store.MissingEntriesException;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One bit of one seq in the table is flipped. SQLite does not notice: it takes a seq that is too high for the end of
/// what was asked for, and does not find the entries beside it by theirs.
@Tag("thorough")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlippedSeqTest {
    private static final int PAGE = 4_096;
    private static final int ENTRIES = 20_000;
    /// No leaf holds as many.
    private static final int IN_ONE_LEAF = 200;

    @TempDir
    private Path folder;

    private byte[] sound = {};
    /// At both ends of one page.
    private long first;

    private long last;

    @BeforeAll
    void write(@TempDir Path made) throws Exception {
        Path file = made.resolve("sound.db");
        try (SqliteJournal journal = new SqliteJournals().create(file, null)) {
            journal.appendAll(IntStream.rangeClosed(1, ENTRIES)
                    .mapToObj(i -> Entries.set(i % 7 == 0 ? "/rare" : "/often", "\"no " + i + ".\""))
                    .toList());
        }
        sound = Files.readAllBytes(file);
        int page = placeOf(10_000) / PAGE * PAGE;
        first = seqAt(page, 0);
        last = seqAt(page, sound[page + 4] - 1);
    }

    @AfterAll
    void forget() {
        sound = new byte[0];
    }

    /// Within stretches that are read ahead, at their borders, of the last entries, and at both ends of a page.
    LongStream seqs() {
        return LongStream.of(
                3, 50, 127, 256, 257, 300, 4_000, 4_096, 4_097, 4_999, 8_192, 12_345, 16_390, 19_998, first, last);
    }

    @ParameterizedTest
    @MethodSource("seqs")
    void aScanGoesOnBehindIt(long seq) throws Exception {
        scan(seq, "", ENTRIES, 1);
    }

    @ParameterizedTest
    @MethodSource("seqs")
    void aScanOfWhatMatchesGoesOnBehindIt(long seq) throws Exception {
        scan(seq, "/rare", ENTRIES / 7, 7);
    }

    @ParameterizedTest
    @ValueSource(longs = {50, 4_000, 4_096, 8_990})
    void aScanUpToASeqGoesOnBehindIt(long seq) throws Exception {
        scan(seq, "seq:..9000", 9_000, 1);
    }

    private void scan(long seq, String query, int wanted, int step) throws Exception {
        Filter filter = Query.parse(query).filter();
        for (Path file : flipped(seq)) {
            List<Entry> read = new ArrayList<>();
            boolean told = false;
            try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
                journal.scan(filter, SeqRange.ALL, read::add, Cancellation.none());
            } catch (MissingEntriesException e) {
                told = true;
                assertThat(step > 1 || e.firstMissing() <= seq && seq < beforeWhat(e))
                        .as(e.getMessage())
                        .isTrue();
            }
            if (step == 1) {
                assertThat(read)
                        .as(file.toString())
                        .allMatch(entry -> entry.valueJson().equals("\"no " + entry.seq() + ".\""));
            }
            assertThat(read)
                    .as(file.toString())
                    .extracting(Entry::seq)
                    .doesNotHaveDuplicates()
                    .isSorted();
            assertThat(read.size()).as(file.toString()).isGreaterThanOrEqualTo(wanted - IN_ONE_LEAF / step);
            assertThat(told || read.size() == wanted)
                    .as("%s: %d of %d without a word", file, read.size(), wanted)
                    .isTrue();
        }
    }

    /// The seq before which entries are said to be missing.
    private static long beforeWhat(MissingEntriesException missing) {
        String message = String.valueOf(missing.getMessage());
        Matcher last = Pattern.compile("before seq (\\d+)\\.").matcher(message);
        return last.find() ? Long.parseLong(last.group(1)) : Long.MAX_VALUE;
    }

    /// What SQLite reads of the row beyond is no matter of this range.
    @Test
    void damageBehindARangeIsNotItsOwn() throws Exception {
        byte[] bytes = sound.clone();
        int page = placeOf(10_000) / PAGE * PAGE;
        Arrays.fill(bytes, page, page + PAGE, (byte) 0);
        Path file = Files.write(folder.resolve("lost.db"), bytes);
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            for (String query : List.of("", "/rare")) {
                for (long end = first - 10; end < first; end++) {
                    List<Entry> read = new ArrayList<>();
                    journal.scan(
                            Query.parse(query + " seq:" + (first - 100) + ".." + end)
                                    .filter(),
                            SeqRange.ALL,
                            read::add,
                            Cancellation.none());
                    assertThat(read).hasSizeGreaterThan(10);
                }
            }
        }
    }

    /// Nothing behind it tells that it is too high.
    @ParameterizedTest
    @ValueSource(ints = {0, 5, 7, 10, 12})
    void theLastOneBeforeWhatIsLostIsNotTrusted(int bit) throws Exception {
        Path file = flipped(first - 1).get(bit);
        byte[] bytes = Files.readAllBytes(file);
        int page = placeOf(10_000) / PAGE * PAGE;
        Arrays.fill(bytes, page, page + PAGE, (byte) 0);
        Files.write(file, bytes);
        List<Entry> read = new ArrayList<>();
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            assertThatThrownBy(() -> journal.scan(Filter.ALL, SeqRange.ALL, read::add, Cancellation.none()))
                    .isInstanceOf(MissingEntriesException.class);
        }
        assertThat(read).allMatch(entry -> entry.valueJson().equals("\"no " + entry.seq() + ".\""));
        assertThat(read).hasSizeGreaterThan(ENTRIES - 2 * IN_ONE_LEAF);
        HmacReport report = new HmacVerification(Hmacs.withKey("11".repeat(32)))
                .verify(file, seq -> {}, Progress.NONE, Cancellation.none());
        assertThat(report.without()).isEqualTo(read.size());
        assertThat(report.unchecked()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("seqs")
    void countingLooksAtTheOrder(long seq) throws Exception {
        for (Path file : flipped(seq)) {
            try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
                assertThatThrownBy(() -> journal.lookThrough(Cancellation.none()))
                        .as(file.toString())
                        .isInstanceOf(MissingEntriesException.class);
            }
        }
    }

    /// Nothing that follows tells that it is too high, but no such seq was ever given.
    @Test
    void theLastOneIsNotTrusted() throws Exception {
        for (Path file : flipped(ENTRIES)) {
            try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
                assertThat(journal.state().latestSeq()).isNotEqualTo(ENTRIES);
                assertThat(journal.damage()).as(file.toString()).isEqualTo(Damage.MET);
            }
            try (JournalReader left =
                    new SqliteJournals().openLeftIfDamaged(file, Progress.NONE, Cancellation.none())) {
                assertThat(left.damage()).as(file.toString()).isEqualTo(Damage.SALVAGED);
                assertThat(left.state().latestSeq()).isEqualTo(ENTRIES);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seqs")
    void aGlanceAtAllOfThemGoesOnBehindIt(long seq) throws Exception {
        for (Path file : flipped(seq)) {
            List<Long> seen = new ArrayList<>();
            boolean told = false;
            try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
                journal.glance(SeqRange.ALL, entry -> seen.add(entry.seq()), Cancellation.none());
            } catch (MissingEntriesException e) {
                told = true;
            }
            assertThat(seen).as(file.toString()).doesNotHaveDuplicates().isSorted();
            assertThat(seen.size()).as(file.toString()).isGreaterThanOrEqualTo(ENTRIES - IN_ONE_LEAF);
            assertThat(told || seen.size() == ENTRIES)
                    .as("%s: %d without a word", file, seen.size())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void aPageOfTheTableLeavesItOutAndTellsOfDamage(Direction direction) throws Exception {
        for (Path file : flipped(4_000)) {
            try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
                long from = direction == Direction.FORWARD ? 3_850 : 4_150;
                List<Long> seqs =
                        journal
                                .page(new PageRequest(Filter.ALL, from, direction, 300, 100), Cancellation.none())
                                .stream()
                                .map(row -> row.entry().seq())
                                .toList();
                assertThat(seqs)
                        .as(file.toString())
                        .isSorted()
                        .doesNotHaveDuplicates()
                        .contains(3_999L, 4_001L);
                assertThat(seqs.getLast() - seqs.getFirst()).as(file.toString()).isLessThan(310L);
                assertThat(journal.damage()).as(file.toString()).isEqualTo(Damage.MET);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seqs")
    void aPageThatEndsWithItIsFollowedByWhatIsThere(long seq) throws Exception {
        pages(seq, "", 1, ENTRIES);
    }

    @ParameterizedTest
    @MethodSource("seqs")
    void aPageOfWhatMatchesIsFollowedByWhatIsThere(long seq) throws Exception {
        pages(seq / 7 * 7 + 7, "/rare", 7, ENTRIES);
    }

    @ParameterizedTest
    @ValueSource(longs = {50, 4_000, 4_096, 8_990, 9_000})
    void pagesUpToASeqHaveWhatIsThere(long seq) throws Exception {
        pages(seq, "seq:..9000", 1, 9_000);
        pages(seq / 7 * 7, "/rare seq:..9000", 7, 9_000);
    }

    /// Pages of the table from before the damaged seq on, of which the first one ends with it.
    private void pages(long seq, String query, int step, long latest) throws Exception {
        Filter filter = Query.parse(query).filter();
        for (Path file : flipped(seq)) {
            for (Direction direction : Direction.values()) {
                boolean forward = direction == Direction.FORWARD;
                long begin = Math.clamp(forward ? seq - 20 * step : seq + 20 * step, 1, latest);
                List<Entry> seen = new ArrayList<>();
                Damage damage;
                try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
                    long from = begin;
                    int max = (int) Math.abs(seq - begin) / step + 1;
                    for (List<Entry> page = null; page == null || !page.isEmpty(); max = 5_000) {
                        page = page(journal, new PageRequest(filter, from, direction, max, 100));
                        seen.addAll(page);
                        from = page.isEmpty() ? from : page.getLast().seq() + (forward ? 1 : -1);
                    }
                    damage = journal.damage();
                }
                String what = file + " " + direction;
                if (step == 1) {
                    assertThat(seen)
                            .as(what)
                            .allMatch(entry -> entry.valueJson().equals("\"no " + entry.seq() + ".\""));
                }
                assertThat(forward ? seen : seen.reversed())
                        .as(what)
                        .extracting(Entry::seq)
                        .doesNotHaveDuplicates()
                        .isSorted();
                long wanted = forward ? latest / step - (begin - 1) / step : begin / step;
                assertThat((long) seen.size()).as(what).isGreaterThanOrEqualTo(wanted - IN_ONE_LEAF / step);
                assertThat(seen.size() == wanted || damage == Damage.MET)
                        .as("%s: %d of %d without a word", what, seen.size(), wanted)
                        .isTrue();
            }
        }
    }

    /// The nearest first.
    private static List<Entry> page(JournalReader journal, PageRequest request) {
        List<Entry> page = journal.page(request, Cancellation.none()).stream()
                .map(row -> row.entry())
                .toList();
        return request.direction() == Direction.FORWARD ? page : page.reversed();
    }

    /// Its place among the others tells the seq, unless that which is stored takes the next one's.
    @ParameterizedTest
    @MethodSource("seqs")
    void whatIsLeftShowsTheEntryAtItsPlace(long seq) throws Exception {
        int whole = 0;
        List<Path> files = flipped(seq);
        for (Path file : files) {
            List<Entry> left = new ArrayList<>();
            String notes;
            try (JournalReader journal = new SqliteJournals().openLeft(file, Progress.NONE, Cancellation.none())) {
                journal.scan(Filter.ALL, SeqRange.ALL, left::add, Cancellation.none());
                notes = String.join(" ", journal.info().notes());
            }
            assertThat(left.size()).as(file.toString()).isGreaterThanOrEqualTo(ENTRIES - 1);
            for (Entry entry : left) {
                assertThat(entry.valueJson()).isEqualTo("\"no " + entry.seq() + ".\"");
            }
            if (left.size() == ENTRIES) {
                whole++;
                assertThat(notes)
                        .as(file.toString())
                        .contains(
                                "Every seq from 1 to 20000 is there.",
                                "The seq of one entry was damaged: what is shown is the seq of its place");
            } else {
                assertThat(notes)
                        .as(file.toString())
                        .contains(
                                "Of the seqs from 1 to 20000, one is missing.",
                                "One entry with a damaged seq is not shown");
            }
        }
        assertThat(whole).isGreaterThanOrEqualTo(files.size() - 1);
    }

    /// A file for each bit of the seq that can be another one.
    private List<Path> flipped(long seq) throws Exception {
        int at = placeOf(seq);
        List<Path> files = new ArrayList<>();
        int length = seq < 1 << 7 ? 1 : seq < 1 << 14 ? 2 : 3;
        for (int bit = 0; bit < 7 * length; bit++) {
            byte[] bytes = sound.clone();
            bytes[at + bit / 7] ^= (byte) (1 << bit % 7);
            files.add(Files.write(folder.resolve("flipped-" + seq + "-" + bit + ".db"), bytes));
        }
        return files;
    }

    /// Of the first row in a page that has fewer than 128, or another one.
    private long seqAt(int page, int row) {
        int cell = page + ((sound[page + 8 + 2 * row] & 0xFF) << 8 | sound[page + 9 + 2 * row] & 0xFF);
        long seq = 0;
        for (int at = cell + 1; ; at++) {
            seq = seq << 7 | sound[at] & 0x7F;
            if (sound[at] >= 0) {
                return seq;
            }
        }
    }

    /// The last copy, as pages that were divided keep the bytes of what moved. It lies before the header of the row,
    /// which begins with its length.
    private int placeOf(long seq) {
        int value = new String(sound, StandardCharsets.ISO_8859_1).lastIndexOf("\"no " + seq + ".\"");
        assertThat(value).isPositive();
        byte[] wanted = varint(seq);
        for (int at = value; at > value - 100; at--) {
            if (Arrays.equals(sound, at, at + wanted.length, wanted, 0, wanted.length)
                    && sound[at + wanted.length] == 10
                    && sound[at + wanted.length + 1] == 0) {
                return at;
            }
        }
        throw new AssertionError("The seq " + seq + " is not there");
    }

    private static byte[] varint(long number) {
        if (number < 1 << 7) {
            return new byte[] {(byte) number};
        }
        return number < 1 << 14
                ? new byte[] {(byte) (number >> 7 | 0x80), (byte) (number & 0x7F)}
                : new byte[] {(byte) (number >> 14 | 0x80), (byte) (number >> 7 & 0x7F | 0x80), (byte) (number & 0x7F)};
    }
}
