package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.MissingEntriesException;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One bit of one seq in the table is flipped. SQLite does not notice: it takes a seq that is too high for the end of
/// what was asked for, and does not find the entries beside it by theirs.
@Tag("thorough")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlippedSeqTest {
    private static final int ENTRIES = 20_000;
    /// No leaf holds as many.
    private static final int IN_ONE_LEAF = 200;

    @TempDir
    private Path folder;

    private byte[] sound = {};

    @BeforeAll
    void write(@TempDir Path made) throws Exception {
        Path file = made.resolve("sound.db");
        try (SqliteJournal journal = new SqliteJournals().create(file, null)) {
            journal.appendAll(IntStream.rangeClosed(1, ENTRIES)
                    .mapToObj(i -> Entries.set(i % 7 == 0 ? "/rare" : "/often", "\"no " + i + ".\""))
                    .toList());
        }
        sound = Files.readAllBytes(file);
    }

    @AfterAll
    void forget() {
        sound = new byte[0];
    }

    /// Within stretches that are read ahead, at their borders, and of the last entries.
    static LongStream seqs() {
        return LongStream.of(2, 50, 127, 256, 257, 300, 4_000, 4_096, 4_097, 4_999, 8_192, 12_345, 16_390, 19_998);
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
