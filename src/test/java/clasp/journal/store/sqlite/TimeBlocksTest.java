package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Direction;
import clasp.journal.store.Progress;
import clasp.journal.testing.JournalFiles;
import clasp.journal.testing.RandomJournals;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeBlocksTest {
    private static final int LEAPS = 300;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "blocks of 2^{0}")
    @ValueSource(ints = {0, 2, 5, 16})
    void aLeapPassesOverNothing(int shift) {
        Random random = new Random(shift);
        List<Entry> entries = new RandomJournals(shift).entries(300);
        Path file = JournalFiles.write(folder.resolve("journal.db"), entries);
        TimeBlocks blocks = new TimeBlocks(shift);
        long latest = entries.getLast().seq();
        try (SqliteSource source = new SqliteSource(JournalFile.existing(file), Progress.NONE, Cancellation.none())) {
            for (int i = 0; i < LEAPS; i++) {
                TimeRange time = between(entries, random);
                long first = random.nextLong(latest + 2);
                SeqRange bounds = i % 4 == 0 ? SeqRange.ALL : new SeqRange(first, first + random.nextLong(latest));
                for (Direction direction : Direction.values()) {
                    SeqRange rest = source.read(
                            Attempt.to("store.tried.entries"),
                            Cancellation.none(),
                            connection -> blocks.leap(connection, time, bounds, direction));

                    assertThat(entries)
                            .filteredOn(entry -> bounds.contains(entry.seq()) && time.contains(entry.timestampMicros()))
                            .allMatch(entry -> rest.contains(entry.seq()));
                    assertThat(rest.isEmpty() || bounds.contains(rest.first()) && bounds.contains(rest.last()))
                            .isTrue();
                }
            }
        }
    }

    private static TimeRange between(List<Entry> entries, Random random) {
        long one = entries.get(random.nextInt(entries.size())).timestampMicros();
        long other = entries.get(random.nextInt(entries.size())).timestampMicros();
        return Long.compareUnsigned(one, other) <= 0 ? new TimeRange(one, other) : new TimeRange(other, one);
    }
}
