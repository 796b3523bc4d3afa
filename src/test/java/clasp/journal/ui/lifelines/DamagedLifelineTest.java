package clasp.journal.ui.lifelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.DamagedFiles;
import clasp.journal.testing.SceneJournal;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lifeline leaves out what a damaged file has lost, and nothing that lies behind that.
class DamagedLifelineTest {
    private static final int ENTRIES = 4_000;
    private static final int ADDRESSES = SceneJournal.ADDRESSES;
    private static final TimeRange ALL = new TimeRange(0, ENTRIES * 10L);

    @TempDir
    private Path folder;

    @Test
    void goesOnBehindTheDamage() throws Exception {
        Lifeline line = load(damaged(SceneJournal::address, 2_000), "/scene/20", Filter.ALL);
        assertThat(line.points()).extracting(Lifeline.Point::seq).isEqualTo(sceneTwentyWithout(2_000));
        assertThat(line.sampled()).as("others may have been there").isTrue();
    }

    @Test
    void goesOnBehindSeveralDamagedParts() throws Exception {
        Path file = damaged(SceneJournal::address, 1_010, 2_000, 3_080);
        Lifeline line = load(file, "/scene/20", Filter.ALL);
        assertThat(line.points()).extracting(Lifeline.Point::seq).isEqualTo(sceneTwentyWithout(1_010, 2_000, 3_080));
    }

    @Test
    void picksOutOfManyEntriesWhatCanBeRead() throws Exception {
        Lifeline line = load(damaged(i -> "/many", 2_000), "/many", Filter.ALL);
        assertThat(line.points())
                .hasSizeBetween(LifelineLoader.SAMPLES - 10, LifelineLoader.SAMPLES)
                .noneMatch(point -> point.seq() == 2_000);
        assertThat(line.points().getFirst().seq()).isLessThan(50);
        assertThat(line.points().getLast().seq()).isGreaterThan(ENTRIES - 50);
    }

    @Test
    void ofWhichNothingCanBeReadIsNotCalledEmpty() throws Exception {
        Path file = damaged(i -> i == 2_000 ? "/once" : SceneJournal.address(i), 2_000);
        assertThatThrownBy(() -> load(file, "/once", Filter.ALL)).isInstanceOf(DamagedException.class);
    }

    @Test
    void thatLiesBesideTheDamageIsWhole() throws Exception {
        Path file = damaged(SceneJournal::address, 2_000);
        Lifeline line = load(file, "/scene/20", Query.parse("seq:..1000").filter());
        assertThat(line.points()).extracting(Lifeline.Point::seq).endsWith(920L).hasSize(11);
        assertThat(line.sampled()).isFalse();
    }

    private static List<Long> sceneTwentyWithout(long... lost) {
        return LongStream.iterate(20, seq -> seq <= ENTRIES, seq -> seq + ADDRESSES)
                .filter(seq -> LongStream.of(lost).noneMatch(gone -> gone == seq))
                .boxed()
                .toList();
    }

    private static Lifeline load(Path file, String address, Filter filter) {
        try (SqliteJournal elsewhere = new SqliteJournals().openForWriting(file, null);
                JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            assertThat(elsewhere.state().latestSeq()).isEqualTo(ENTRIES);
            return LifelineLoader.load(journal, address, filter, ALL, Cancellation.none());
        }
    }

    /// An entry every 10 µs. While somebody has the file open, what is left of it is not shown instead.
    ///
    /// @param lost seqs of entries whose pages are
    private Path damaged(IntFunction<String> address, int... lost) throws Exception {
        List<Entry> entries = SceneJournal.numbered(
                ENTRIES,
                i -> new Entry(0, i * 10L, "w", address.apply(i), "param", SceneJournal.value(i), 1L, MsgType.SET));
        Path file = SceneJournal.write(folder.resolve("show.db"), null, entries);
        for (int seq : lost) {
            DamagedFiles.loseLeafWith("value-" + seq + "-", file);
        }
        return file;
    }
}
