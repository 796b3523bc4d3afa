package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.Cancellation;
import clasp.journal.store.Direction;
import clasp.journal.ui.table.SyntheticJournal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JournalTimesTest {
    private static long micros(long seq) {
        return SyntheticJournal.madeUp(seq).timestampMicros();
    }

    private static JournalTimes of(SyntheticJournal journal) {
        return new JournalTimes(journal, Cancellation.none());
    }

    @Test
    void aShortJournalIsSampledOnBothSidesOfWhatIsDamaged() {
        long[] sample = of(new SyntheticJournal(1, 100).damaged(40, 60)).sample();
        assertThat(sample)
                .contains(micros(1), micros(39), micros(61), micros(100))
                .doesNotContain(micros(50));
    }

    @Test
    void aShortJournalIsSampledBehindItsDamagedBeginning() {
        long[] sample = of(new SyntheticJournal(1, 100).damaged(1, 60)).sample();
        assertThat(sample[0]).isEqualTo(micros(61));
        assertThat(sample).contains(micros(100));
    }

    @Test
    void aLongOneLosesOnlyWhatIsDamagedOfItsSample() {
        long[] whole = of(new SyntheticJournal(1, 40_001)).sample();
        long[] sample =
                of(new SyntheticJournal(1, 40_001).damaged(10_000, 20_000)).sample();
        long[] readable = Arrays.stream(whole)
                .filter(time -> time < micros(10_000) || time > micros(20_000))
                .toArray();
        assertThat(sample).isEqualTo(readable).hasSizeBetween(200, 399);
    }

    @Test
    void theTimeOfAnEntryThatIsLostIsNotKnown() {
        JournalTimes times = of(new SyntheticJournal(1, 100).damaged(40, 60));
        assertThat(times.near(50, Direction.FORWARD)).isEmpty();
        assertThat(times.near(61, Direction.FORWARD)).contains(micros(61));
    }

    @Test
    void anEmptyJournalHasNone() {
        assertThat(of(new SyntheticJournal(0, 0)).sample()).isEmpty();
    }
}
