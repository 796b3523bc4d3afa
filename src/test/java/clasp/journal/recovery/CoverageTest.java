package clasp.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final int ENTRIES = 12_001;

    private final ScriptedJournal journal = new ScriptedJournal();

    private Coverage at(long seq) {
        return Coverage.of(journal, RecoveryRule.DOCUMENTED, seq, Cancellation.none());
    }

    @Test
    void everyHoleCountsHoweverManyThereAre() {
        for (int i = 1; i <= ENTRIES; i++) {
            journal.set(2 * i, "/a", "1", (long) i);
        }
        assertThat(at(Long.MAX_VALUE).holes()).isEqualTo(ENTRIES - 1);
        assertThat(at(Long.MAX_VALUE).firstHole()).isEqualTo(3);
        assertThat(at(22_003).holes()).isEqualTo(11_001);

        journal.snapshot(22_004);
        assertThat(at(Long.MAX_VALUE).holes()).isEqualTo(999);
        assertThat(at(Long.MAX_VALUE).firstHole()).isEqualTo(22_005);
        assertThat(at(22_004).holes()).isZero();
        assertThat(at(22_004).firstHole()).isZero();
    }

    @Test
    void theBeginningIsGoneOfAJournalWithoutAnyEntryToo() {
        journal.given(5);
        assertThat(at(5).beginning()).contains(new SeqRange(1, 5));
        assertThat(at(5).unknown()).isTrue();

        journal.snapshot(3);
        assertThat(at(5).beginning()).contains(new SeqRange(4, 5));
        assertThat(at(3).beginning()).isEmpty();
        assertThat(at(3).earliest()).isEqualTo(OptionalLong.of(3));
    }
}
