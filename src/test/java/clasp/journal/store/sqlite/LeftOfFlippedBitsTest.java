package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.Hmacs;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JournalRows;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is left of a file in which bits are flipped holds all that reading the file itself still finds.
class LeftOfFlippedBitsTest {
    private static final int PAGE = 4_096;

    @TempDir
    private Path folder;

    private final SqliteJournals journals = new SqliteJournals();
    private Path file = Path.of("");
    private List<Entry> all = List.of();

    @BeforeEach
    void write() {
        file = folder.resolve("show.db");
        try (SqliteJournal journal = journals.create(file, Hmacs.withKey("11".repeat(32)))) {
            journal.appendAll(IntStream.rangeClosed(1, 2_000)
                    .mapToObj(i -> Entries.set("/scene/" + i % 90, "\"value-" + i + "-\""))
                    .toList());
        }
        all = JournalRows.entries(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void everyEntryThatIsReadAsItWasIsInWhatIsLeft(int seed) throws Exception {
        flip(new Random(seed), 6, 20);
        List<Entry> read = new ArrayList<>();
        try (JournalReader journal = journals.open(file, Progress.NONE, Cancellation.none())) {
            scan(journal, read);
        } catch (JournalException damaged) {
            // What can be read was read.
        }
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
        int value = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\"value-700-\"");
        int type = value;
        // The types of the columns stand before them.
        while (bytes[type - 1] != typeOfText("param") || bytes[type] != typeOfText("\"value-700-\"")) {
            type--;
        }
        bytes[type] ^= 1;
        Files.write(file, bytes);
        try (JournalReader journal = journals.openLeft(file, Progress.NONE, Cancellation.none())) {
            List<Entry> left = new ArrayList<>();
            scan(journal, left);
            assertThat(left).isEqualTo(all);
        }
    }

    private static int typeOfText(String text) {
        return 2 * text.length() + 13;
    }

    private void flip(Random random, int pages, int bits) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        for (int page = 0; page < pages; page++) {
            // Not in the first page, without which there is no way to say what the file is.
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
