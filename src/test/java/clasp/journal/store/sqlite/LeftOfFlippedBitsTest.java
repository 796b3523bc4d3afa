package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.Hmacs;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.MissingEntriesException;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JournalRows;
import clasp.journal.testing.SceneJournal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is left of a file in which bits are flipped holds all that reading the file itself still finds.
class LeftOfFlippedBitsTest {
    private static final int PAGE = 4_096;
    private static final Hmacs KEY = Hmacs.withKey("11".repeat(32));

    @TempDir
    private Path folder;

    private final SqliteJournals journals = new SqliteJournals();
    private Path file = Path.of("");
    private List<Entry> all = List.of();

    @BeforeEach
    void write() {
        file = SceneJournal.write(folder.resolve("show.db"), 2_000, KEY);
        all = JournalRows.entries(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void everyEntryThatIsReadAsItWasIsInWhatIsLeft(int seed) throws Exception {
        flip(new Random(seed), 6, 20);
        List<Entry> read = new ArrayList<>();
        try (JournalReader journal = journals.open(file, Progress.NONE, Cancellation.none())) {
            scan(journal, read);
        } catch (MissingEntriesException damaged) {
            // What can be read was read. All of these files can be opened.
        }
        assertThat(read).isNotEmpty();
        Set<Entry> whole = Set.copyOf(all);
        List<Entry> left = new ArrayList<>();
        try (JournalReader journal = journals.openLeft(file, Progress.NONE, Cancellation.none())) {
            scan(journal, left);
        }
        assertThat(left).containsAll(read.stream().filter(whole::contains).toList());
    }

    /// The text would be one of bytes, and its address in no list.
    @Test
    void aTextThatAFlippedBitMadeBytesOfIsATextAgain() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        bytes[typeOfValue(bytes, "\"value-700-\"")] ^= 1;
        Files.write(file, bytes);
        try (JournalReader journal = journals.openLeft(file, Progress.NONE, Cancellation.none())) {
            List<Entry> left = new ArrayList<>();
            scan(journal, left);
            assertThat(left).isEqualTo(all);
        }
    }

    /// The size of its pages, the list of those that are free, the encoding of its texts.
    @ParameterizedTest
    @ValueSource(ints = {16, 17, 32, 33, 34, 35, 36, 37, 38, 39, 56, 57, 58, 59})
    void aFlippedBitInWhatTheFileTellsOfItselfLosesNothing(int at) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        for (int bit = 0; bit < 8; bit++) {
            byte[] flipped = bytes.clone();
            flipped[at] ^= (byte) (1 << bit);
            Files.write(file, flipped);
            try (JournalReader journal = journals.openLeft(file, Progress.NONE, Cancellation.none())) {
                List<Entry> left = new ArrayList<>();
                scan(journal, left);
                assertThat(left).as("bit " + bit).isEqualTo(all);
                assertThat(String.join(" ", journal.info().notes())).contains("Every seq from 1 to 2000 is there.");
            }
        }
    }

    @Test
    void thatAnHmacIsLostIsTold() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        int revision = typeOfValue(bytes, "\"value-700-\"") + 1;
        // As long as 96 characters.
        bytes[revision + 3] |= 0x40;
        Files.write(file, bytes);
        try (JournalReader journal = journals.openLeft(file, Progress.NONE, Cancellation.none())) {
            assertThat(String.join(" ", journal.info().notes()))
                    .contains("Every seq from 1 to 2000 is there.")
                    .contains("The HMAC of one entry is lost. What is missing is lost,");
        }
    }

    @Test
    void theFirstPageMayBeLostAlsoWhereALogLiesBesideIt() throws Exception {
        Path crashed = folder.resolve("crashed.db");
        try (SqliteJournal journal = journals.openForWriting(file, KEY)) {
            journal.append(Entries.set("/late", "\"in the log\""));
            byte[] bytes = Files.readAllBytes(file);
            Arrays.fill(bytes, 0, PAGE, (byte) 0);
            Files.write(crashed, bytes);
            Files.copy(folder.resolve("show.db-wal"), folder.resolve("crashed.db-wal"));
        }
        try (JournalReader journal = journals.openLeft(crashed, Progress.NONE, Cancellation.none())) {
            List<Entry> left = new ArrayList<>();
            scan(journal, left);
            assertThat(left).hasSize(2_001).containsAll(all);
            assertThat(left.getLast().address()).isEqualTo("/late");
        }
    }

    /// Where it stands; the types of the columns stand before them.
    private static int typeOfValue(byte[] bytes, String value) {
        int type = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(value);
        while (bytes[type - 1] != typeOfText("param") || bytes[type] != typeOfText(value)) {
            type--;
        }
        return type;
    }

    private static int typeOfText(String text) {
        return 2 * text.length() + 13;
    }

    private void flip(Random random, int pages, int bits) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        for (int page = 0; page < pages; page++) {
            // The first page has a test of its own.
            int begin = PAGE * (1 + random.nextInt(bytes.length / PAGE - 1));
            for (int bit = 0; bit < bits; bit++) {
                bytes[begin + random.nextInt(PAGE)] ^= (byte) (1 << random.nextInt(8));
            }
        }
        Files.write(file, bytes);
    }

    private static void scan(JournalReader journal, List<Entry> into) {
        journal.scan(
                Filter.ALL,
                SeqRange.ALL,
                entry -> {
                    into.add(entry);
                    return true;
                },
                Cancellation.none());
    }
}
